// Typed rules that guard the house style. Each restricted thing says what to do instead.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TIME =
  'No ambient time here: take a LocalDate or an instant as an argument, or ask the Clock port (business time) in the service.';
const ambient = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: TIME },
  { selector: "CallExpression[callee.name='Date']", message: TIME },
  { selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']", message: TIME },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message:
      'No ambient chance here: take the id, salt or seed as an argument, or use node:crypto in a service or adapter.',
  },
];
const shape = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of string literals instead of an enum.' },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that the name is the same wherever it is used.',
  },
  {
    selector:
      'FunctionDeclaration[params.length>4], MethodDefinition[kind="method"] > FunctionExpression[params.length>4], VariableDeclarator > ArrowFunctionExpression[params.length>4]',
    message: 'Past three positional parameters take one object with named members.',
  },
];
const mistakes = Object.fromEntries(
  [
    'no-async-promise-executor',
    'no-cond-assign',
    'no-constant-condition',
    'no-dupe-else-if',
    'no-dupe-keys',
    'no-duplicate-case',
    'no-empty',
    'no-fallthrough',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-self-assign',
    'no-unreachable',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-useless-escape',
    'no-var',
    'prefer-const',
    'use-isnan',
  ].map((rule) => [rule, 'error']),
);
const PURE = ['libs/{shared,calendar,statute,procedure}/**/*.ts', 'workflows/**/*.ts'];
const SERVICES = ['libs/{audit,access,identity,oversight,casework,intake}/**/*.ts'];
const TESTS = ['**/*.spec.{ts,tsx}', 'test/**/*.ts'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.data/',
      'coverage/',
      'docs/',
      'test/.artifacts/',
      'apps/web/dist/',
      'apps/web/src/api/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: mistakes },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...shape],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'class', format: ['PascalCase'], custom: { regex: '^I[A-Z][a-z]|Impl$', match: false } },
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z][a-z]|Impl$', match: false } },
      ],
      // Rows of the database driver and bodies of HTTP answers are `any` where they enter; the types begin right behind.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // A cast that is needless today documents what a column or a JSON member holds.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Facts are JSON; a guard that turns an object into text simply does not match.
      '@typescript-eslint/no-base-to-string': 'off',
      // A port's implementation may have nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: [...PURE, ...SERVICES], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', ...shape, ...ambient] } },
  { files: ['apps/{cli,api,worker}/**/*.ts', ...TESTS], rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    rules: {
      // `expect(object.method)` and matchers typed `any` are everyday in specs.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Nest hands a controller each piece of a request as a parameter of its own.
  {
    files: ['**/*.controller.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...shape.filter(({ selector }) => !selector.includes('params.length'))],
    },
  },
  {
    files: ['**/*.config.{ts,mjs}', 'apps/web/vite.config.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...shape.filter(({ selector }) => !selector.startsWith('ExportDefault'))],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'performance',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'Buffer',
          'module',
          'require',
          'AbortController',
          'AbortSignal',
          'setImmediate',
          'structuredClone',
          'TextDecoder',
          'TextEncoder',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
);
