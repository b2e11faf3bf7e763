/** Tests run on the sources; whatever starts a child process runs on dist/. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }],
  },
  modulePathIgnorePatterns: ['/dist/.*package.json'],
};

export default {
  // Two suites and what they start share the cores: what takes a second alone may take several.
  testTimeout: 20_000,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/scripts/test/end-to-end-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/packages/*/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/live/', '/test/long/'],
    },
    {
      ...shared,
      displayName: 'live',
      testMatch: ['<rootDir>/packages/*/test/live/**/*.test.ts', '<rootDir>/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['/long/'],
    },
    {
      ...shared,
      displayName: 'long',
      testMatch: ['<rootDir>/packages/*/test/long/**/*.test.ts', '<rootDir>/e2e/long/**/*.test.ts'],
    },
  ],
};
