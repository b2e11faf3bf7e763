// A Postgres for the test of the stack in docker/. Tests only: no command of the product needs one.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installDebianPackage, isOnPath } from './debian-package.mjs';

const debianHome = '/usr/lib/postgresql';

function isThere() {
  if (isOnPath('initdb') && isOnPath('pg_ctl')) return true;
  return (
    existsSync(debianHome) &&
    readdirSync(debianHome).some((version) =>
      existsSync(path.join(debianHome, version, 'bin', 'initdb')),
    )
  );
}

export function installPostgres() {
  return installDebianPackage({
    name: 'Postgres',
    debian: 'postgresql',
    find: isThere,
    where: `on PATH or in ${debianHome}`,
    tests: 'tests of the stack in docker/',
  });
}
