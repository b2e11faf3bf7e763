import type { Document, Node } from 'yaml';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { ConfigError } from './config-error.ts';
import { findHazard } from './yaml-hazards.ts';

/** Far above any sweep or policy file; keeps a hostile one from filling memory. */
const MAX_BYTES = 1_000_000;

export type ConfigPath = readonly (string | number)[];

/** A place in the file, line and column from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML file that still knows where each key and value stands. The only owner of the yaml library. */
export class YamlSource {
  readonly file: string;
  /** The content as plain data. */
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /** @throws {ConfigError} for text that is no YAML 1.2, or uses what such a file has no need of. */
  constructor(file: string, text: string) {
    this.file = file;
    if (Buffer.byteLength(text) > MAX_BYTES) {
      throw new ConfigError(file, [
        { what: 'the file is over 1 MB', where: file, fix: 'give a file of YAML, not of data' },
      ]);
    }
    // Duplicate keys are looked for by findHazard: the library's own check takes quadratic time.
    this.#document = parseDocument(text, {
      version: '1.2',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: this.#lines,
    });
    this.#refuse();
    this.value = this.#document.toJS({ maxAliasCount: 0 });
  }

  /** Where the value (or, with `ofKey`, its key) stands; for what is not there, the closest thing around it. */
  positionOf(path: ConfigPath, ofKey = false): SourcePosition {
    let node: unknown = this.#document.contents;
    let offset = offsetOf(node) ?? 0;
    path.forEach((part, depth) => {
      const found = childOf(node, part);
      const atKey = ofKey && depth === path.length - 1;
      offset =
        (atKey ? found.keyOffset : undefined) ?? offsetOf(found.value) ?? found.keyOffset ?? offset;
      node = found.value;
    });
    return this.#position(offset);
  }

  #refuse(): void {
    const [problem] = [...this.#document.errors, ...this.#document.warnings];
    if (problem) {
      const tooDeep = problem.message.startsWith('Maximum call stack');
      const [line = ''] = problem.message.split('\n');
      this.#throwAt(problem.pos[0], {
        what: tooDeep ? 'nested too deeply' : `not valid YAML: ${line}`,
        fix: tooDeep ? 'write a flatter file' : 'correct the syntax',
      });
    }
    const hazard = findHazard(this.#document);
    if (hazard) {
      this.#throwAt(hazard.offset, hazard);
    }
  }

  #throwAt(offset: number, { what, fix }: { what: string; fix: string }): never {
    const { line, column } = this.#position(offset);
    throw new ConfigError(this.file, [
      { what, where: `${this.file}:${line}:${column}`, fix, line, column },
    ]);
  }

  #position(offset: number): SourcePosition {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function childOf(
  node: unknown,
  part: string | number,
): { value?: unknown; keyOffset?: number | undefined } {
  if (isSeq(node) && typeof part === 'number') {
    return { value: node.items[part] };
  }
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return { value: pair?.value, keyOffset: offsetOf(pair?.key) };
  }
  return {};
}
