/** One configuration for every workspace; `npm run test:unit -- <pattern>` picks files. */
const swc = (tsx, decorators) => ({
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx, decorators },
    transform: { legacyDecorator: decorators, decoratorMetadata: decorators, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
});

const project = (name, root, { tsx = false, decorators = false, environment = 'node', testMatch } = {}) => ({
  displayName: name,
  rootDir: root,
  testEnvironment: environment,
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc(tsx, decorators)] },
  moduleNameMapper: { '^(\\.{1,2}/.+)\\.js$': '$1', '\\.css$': '<rootDir>/src/app/empty-style.ts' },
  testMatch: testMatch ?? ['<rootDir>/src/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
});

export default {
  projects: [
    project('contract', '<rootDir>/server/contract'),
    project('question-bank', '<rootDir>/question-bank'),
    project('server', '<rootDir>/server', {
      decorators: true,
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
    }),
    project('client', '<rootDir>/client', { tsx: true, environment: 'jsdom' }),
    project('load-tests', '<rootDir>/load-tests', { decorators: true }),
  ],
  testTimeout: 30_000,
  // Modules of a finished file stay in its worker: one that has grown begins anew before it is out of memory.
  workerIdleMemoryLimit: '1GB',
};
