import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '..');
export const python = path.join(repository, '.venv/bin/python');
export const xgflow = path.join(repository, 'packages/cli/bin/xgflow.js');
export const claims = path.join(repository, 'examples/claims/claims.csv');
export const claimsSweep = path.join(repository, 'examples/claims/sweep.yaml');

/** A program of bench/contenders/ or bench/python/. */
export function program(name: string): string {
  return path.join(import.meta.dirname, name.endsWith('.py') ? 'python' : 'contenders', name);
}
