import { defineConfig } from '@playwright/test';

/**
 * Journeys through the built product, served by a real server each. Rounds run on http://hall.test as in a hall:
 * plain http on a name that is not localhost, without the powers browsers give to secure pages.
 */
export default defineConfig({
  testDir: 'client/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // A server, a driver and some browsers each: two keep two cores busy.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    locale: 'zh-CN',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP hall.test 127.0.0.1',
      ],
    },
    actionTimeout: 15_000,
    trace: 'off',
  },
});
