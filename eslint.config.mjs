import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/*
 * The rules of the house (server/docs/decisions/0001-house.md), as errors: who may import whom, no circles,
 * and calls that would make a rule depend on the clock, on chance or on the environment.
 */

const IMPORTERS = {
  // Of the bank the schema alone, and for the admins' routes alone.
  contract: ['contract', 'bank'],
  bank: ['bank'],
  // The views of a round are the contract: the domain fills its types and reads its words.
  domain: ['domain', 'contract'],
  platform: ['platform', 'contract', 'domain-shared'],
  app: ['app', 'feature', 'platform', 'domain', 'domain-shared', 'contract', 'bank'],
  'client-lib': ['client-lib', 'contract'],
  'client-ui': ['client-ui', 'client-lib', 'contract'],
  'client-app': ['client-app', 'client-feature', 'client-lib', 'client-ui', 'contract'],
  load: ['load', 'contract'],
};
/** A feature may use these features, through their `.api.ts` or module. */
const FEATURES = {
  identity: [],
  people: [],
  questions: ['identity'],
  bank: ['identity', 'questions'],
  units: ['identity', 'people'],
  live: ['identity', 'people', 'units', 'questions'],
  contest: ['identity', 'units', 'questions'],
  reports: ['identity', 'units', 'contest'],
};

const to = (...types) => ({ to: { element: { types: { anyOf: types } } } });
const from = (type, captured) => ({ from: { element: captured ? { type, captured } : { type } } });

const policies = [
  ...Object.entries(IMPORTERS).map(([type, types]) => ({ ...from(type), allow: to(...types) })),
  { ...from('domain-shared'), allow: to('domain-shared', 'contract') },
  { ...from('domain'), allow: to('domain-shared') },
  ...Object.entries(FEATURES).flatMap(([feature, others]) => [
    { ...from('feature', { feature }), allow: to('domain', 'domain-shared', 'platform', 'contract') },
    ...[feature, ...others].map((other) => ({
      ...from('feature', { feature }),
      allow: { to: { element: { type: 'feature', captured: { feature: other } } } },
    })),
  ]),
  // Units only for its reader and writer of tables, which know nothing of questions.
  ...['questions', 'bank', 'units'].map((feature) => ({ ...from('feature', { feature }), allow: to('bank') })),
  { ...from('client-feature'), allow: to('client-lib', 'client-ui', 'contract') },
  {
    ...from('client-feature'),
    allow: { to: { element: { type: 'client-feature', captured: { feature: '{{from.element.captured.feature}}' } } } },
  },
];

const NO_CLOCK = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time comes in as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes in as an argument.',
  },
];
const NO_ENV = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only platform/config/env.ts reads the environment.',
  },
];
const NO_BARREL = [{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' }];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'data/**',
      '.cache/**',
      'test-results/**',
      'playwright-report/**',
      'question-bank/releases/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['playwright.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ conditionNames: ['source', 'types', 'import', 'node', 'default'] }),
      ],
      'import/resolver': { typescript: { conditionNames: ['source', 'types', 'import', 'node', 'default'] } },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/include': ['{server,client,question-bank,load-tests}/**/*.{ts,tsx}'],
      'boundaries/elements': [
        { type: 'contract', pattern: 'server/contract/src' },
        { type: 'domain-shared', pattern: 'server/src/domain/shared' },
        { type: 'domain', pattern: 'server/src/domain' },
        { type: 'platform', pattern: 'server/src/platform' },
        { type: 'feature', pattern: 'server/src/features/*', capture: ['feature'] },
        { type: 'server-test', pattern: 'server/test' },
        { type: 'app', pattern: 'server/src' },
        { type: 'bank', pattern: 'question-bank/src' },
        { type: 'client-lib', pattern: 'client/src/lib' },
        { type: 'client-ui', pattern: 'client/src/ui' },
        { type: 'client-feature', pattern: 'client/src/features/*', capture: ['feature'] },
        { type: 'client-app', pattern: 'client/src/app' },
        { type: 'client-test', pattern: 'client/e2e' },
        { type: 'load', pattern: 'load-tests/{src,scenarios}' },
      ],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_ENV, ...NO_BARREL],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A port's adapter may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-console': 'error',
      // Props are written as methods throughout; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Clock, randomness and environment come from here.
    files: ['server/src/platform/{clock,random}/**/*.ts', 'client/src/lib/server-clock.ts', 'client/src/lib/ids.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_ENV, ...NO_BARREL] },
  },
  {
    files: ['server/src/platform/config/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_BARREL] },
  },
  {
    // Tests and tools stand outside the house: they may look into every room and at the clock on the wall.
    files: [
      '**/*.test.{ts,tsx}',
      'server/test/**',
      'client/e2e/**',
      'client/*.ts',
      'load-tests/**',
      'question-bank/src/cli*.ts',
      'question-bank/src/cli/**',
      '*.ts',
    ],
    rules: {
      'boundaries/dependencies': 'off',
      'no-restricted-syntax': ['error', ...NO_BARREL],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  { files: ['question-bank/src/**', 'load-tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  prettier,
);
