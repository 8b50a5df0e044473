import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const compile = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: false, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const compileReact = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/**
 * One project per size of test, to be run alone with `npm test -- --selectProjects unit`.
 * @param {string} displayName
 * @param {string[]} testMatch
 * @param {string[]} [without] folders that belong to other projects
 */
function project(displayName, testMatch, without = []) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'node',
    setupFiles: ['<rootDir>/test/support/jest-global.mjs'],
    testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
    testPathIgnorePatterns: ['/node_modules/', '/dist/', ...without.map((folder) => `<rootDir>/${folder}/`)],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/apps/[^/]+/dist/', '<rootDir>/\\.pipit/'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: { '^.+\\.ts$': compile, '^.+\\.tsx$': compileReact },
    moduleNameMapper: {
      '^@pipit/contrib/(.*)$': '<rootDir>/libs/contrib/$1/src/index.ts',
      '^@pipit/demo$': '<rootDir>/apps/demo/src/index.ts',
      '^@pipit/migrations$': '<rootDir>/migrations/index.ts',
      '^@pipit/(.*)$': '<rootDir>/libs/$1/src/index.ts',
      '^fast-check$': '<rootDir>/test/support/fast-check.mjs',
      '\\.css$': '<rootDir>/test/support/no-style.mjs',
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
  };
}

/**
 * A project whose tests start servers, databases and browsers.
 * @param {Parameters<typeof project>} args
 */
function whole(...args) {
  return { ...project(...args), setupFilesAfterEnv: ['<rootDir>/test/support/retry-once.mjs'] };
}

const separate = ['test/e2e', 'test/browser', 'test/oracle', 'test/launcher'];

/** @type {import('jest').Config} */
export default {
  rootDir,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  // One more than CI has cores: a fifth of the time is spent waiting, for Postgres, servers and browsers.
  maxWorkers: 3,
  testTimeout: 30_000,
  projects: [
    project('unit', ['libs/**/*.spec.ts', 'apps/{api,demo}/**/*.spec.ts', 'migrations/**/*.spec.ts']),
    project('editor', ['apps/{editor,site}/**/*.spec.{ts,tsx}']),
    whole('integration', ['test/**/*.spec.ts'], [...separate, 'test/soak']),
    ...separate.map((folder) => whole(folder.slice('test/'.length), [`${folder}/**/*.spec.ts`])),
    // A storm leaves its database as no second one may find it.
    project('soak', ['test/soak/**/*.spec.ts']),
  ],
};
