import { defineConfig } from 'vitest/config';

const common = {
  env: { NODE_ENV: 'test', TZ: 'UTC' },
  hookTimeout: 60_000,
  globalSetup: ['test/global-setup.ts'],
  pool: 'forks' as const,
  execArgv: ['--import', new URL('./test/support/typescript-workers.mjs', import.meta.url).href],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/plain-reporter.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'parts',
          include: ['{server,shared,client,test}/**/*.spec.ts'],
          exclude: ['test/journeys/**', '**/node_modules/**'],
          // One process imports the application once for many files; each file has a database of its own.
          isolate: false,
          // A sweep of every endpoint takes half of this on a machine that does much else.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'journeys',
          include: ['test/journeys/**/*.spec.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
