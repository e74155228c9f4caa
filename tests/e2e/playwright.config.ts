import { defineConfig } from '@playwright/test';
import { findBrowser, LAUNCH_ARGS } from './browser';

// Workers read this file again and must not search for the browser again.
process.env.CHROME_PATH ??= await findBrowser();

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/e2e',
	fullyParallel: true,
	// Tests wait more than they reckon, so two cores hold three.
	workers: 3,
	forbidOnly: true,
	// Far longer than any step needs, so that no test fails because the machine is busy.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	// `npm test` tells a fault from a moment of a busy machine, and names each test that needed this.
	retries: process.env.E2E_REPORT ? 1 : 0,
	reporter: process.env.E2E_REPORT
		? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
		: [['list']],
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/Vienna',
		// Requests that a service worker answers can't be intercepted; `offline.spec.ts` is about it.
		serviceWorkers: 'block',
		// Traces take a third of the time; use `--trace on` when one is needed.
		screenshot: 'only-on-failure',
		launchOptions: { executablePath: process.env.CHROME_PATH, args: LAUNCH_ARGS }
	}
});
