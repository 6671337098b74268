/** Two projects: `unit` needs nothing; `medium` starts embedded PostgreSQL (and Redis where present). */
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|light-my-request|cookie|file-type|strtok3|token-types|uint8array-extras|@borewit|@tokenizer|@tus|srvx)/)',
  ],
  moduleNameMapper: {
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^#workflows$': '<rootDir>/workflows/registry.ts',
    '^#workflows/([^/]+)$': '<rootDir>/workflows/$1/index.ts',
    '^#testing/(.*)$': '<rootDir>/test/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,workflows,apps}/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.medium\\.spec\\.ts$', '<rootDir>/apps/web/'],
    },
    {
      ...common,
      displayName: 'medium',
      testMatch: [
        '<rootDir>/{libs,workflows,apps}/**/*.medium.spec.ts',
        '<rootDir>/test/{e2e,scenarios,chaos,browser}/**/*.spec.ts',
      ],
      testEnvironment: '<rootDir>/test/support/telling-environment.mjs',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/web/'],
    },
  ],
  testTimeout: 120_000,
};
