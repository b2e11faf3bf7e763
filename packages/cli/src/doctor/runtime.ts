import { atLeast, lowestNode } from '../node-version.ts';
import { broken, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** What the running Node says of itself. */
export interface Runtime {
  /** Such as `24.10.0`. */
  readonly node: string;
  readonly platform: string;
  readonly arch: string;
  /** Version of glibc; undefined with another C library. */
  readonly glibc: string | undefined;
}

const lowestGlibc = '2.28';

/** This process's runtime. */
export function currentRuntime(): Runtime {
  // Typed as an object only: what the report holds depends on the platform.
  const report = process.report.getReport() as {
    readonly header?: { readonly glibcVersionRuntime?: unknown };
  };
  const glibc = report.header?.glibcVersionRuntime;
  return {
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    glibc: typeof glibc === 'string' ? glibc : undefined,
  };
}

/** Node, operating system and C library against what xgflow is tested on; pure. */
export function examineRuntime({ node, platform, arch, glibc }: Runtime): Finding[] {
  const claimed = platform === 'linux' && arch === 'x64';
  const system = `${platform}-${arch}`;
  return [
    atLeast(node, lowestNode)
      ? ok('Node', node)
      : broken('Node', node, { advice: `install Node ${lowestNode} or newer`, exit: 'usage' }),
    claimed
      ? ok('platform', system)
      : warning(
          'platform',
          `${system}, on which xgflow is not tested`,
          'set XGBOOST_LIBRARY to a libxgboost 3.2',
        ),
    ...(platform === 'linux' ? [examineLibc(glibc)] : []),
  ];
}

function examineLibc(glibc: string | undefined): Finding {
  if (glibc === undefined) {
    return broken('libc', 'no glibc (musl?)', {
      advice: `use a distribution with glibc ${lowestGlibc} or newer, such as Debian`,
      exit: 'usage',
    });
  }
  if (atLeast(glibc, lowestGlibc)) return ok('libc', `glibc ${glibc}`);
  return broken('libc', `glibc ${glibc}`, {
    advice: `libxgboost needs glibc ${lowestGlibc} or newer`,
    exit: 'usage',
  });
}
