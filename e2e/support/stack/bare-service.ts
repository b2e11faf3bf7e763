import path from 'node:path';
import { repository } from '../xgflow.ts';
import type { Service } from './compose-file.ts';

/** Where the services listen on this machine. */
export interface Ports {
  readonly postgres: number;
  readonly s3: number;
  readonly mlflow: number;
  readonly serve: number;
}

/** A program of the repository's venv. */
export const venv = (program: string): string => path.join(repository, '.venv/bin', program);

/** The entry point of the CLI's image. */
const xgflow = [process.execPath, path.join(repository, 'packages/cli/bin/xgflow.js')] as const;

/** A service of docker/compose.yaml as a process of this machine: what it runs, its environment, what asks for its health. */
export interface BareService {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Empty where the file says none. */
  readonly healthCheck: readonly string[];
}

/** Replaces addresses and places of the containers by those of this machine; everything else stays as the file has it. */
export function bareService(service: Service | undefined, ports: Ports): BareService {
  const here = (text: string): string => relocate(text, ports);
  const command = service?.command ?? [];
  const isOurs = service?.image?.startsWith('xgflow:') === true;
  const [program, ...args] = isOurs ? [...xgflow, ...command] : command;
  if (program === undefined) throw new Error('a service of docker/compose.yaml has no command');
  const environment = Object.entries(service?.environment ?? {});
  return {
    program: here(program),
    args: args.map((arg) => (arg === 'mlflow' ? arg : here(arg))),
    env: Object.fromEntries(environment.map(([name, value]) => [name, here(value)])),
    healthCheck: (service?.healthcheck?.test ?? []).slice(1).map(here),
  };
}

function relocate(text: string, ports: Ports): string {
  return text
    .replace('@postgres:5432/', `@127.0.0.1:${ports.postgres}/`)
    .replace('//s3:7070', `//127.0.0.1:${ports.s3}`)
    .replace('//mlflow:5000', `//127.0.0.1:${ports.mlflow}`)
    .replace('//127.0.0.1:8080', `//127.0.0.1:${ports.serve}`)
    .replace('--host=0.0.0.0', '--host=127.0.0.1')
    .replace('--port=5000', `--port=${ports.mlflow}`)
    .replace('--port=8080', `--port=${ports.serve}`)
    .replace(/^\/opt\/mlflow\//u, path.join(repository, 'docker/'))
    .replace(/^(?:python|mlflow)$/u, venv)
    .replace(/^node$/u, process.execPath);
}
