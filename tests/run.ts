import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser } from './e2e/browser';

/*
 * The whole test suite: `npm test`. Every part runs even when an earlier one failed,
 * so that one run shows everything, and a part that does not run counts as failed.
 */

interface Tally {
	passed: number;
	failed: number;
}

const REPORTS = resolve('test-results');
const FAILED_TO_RUN: Tally = { passed: 0, failed: 1 };

function run(title: string, command: string, env: Record<string, string> = {}): boolean {
	console.log(`\n── ${title}: ${command}`);
	const { status } = spawnSync(command, {
		stdio: 'inherit',
		shell: true,
		env: { ...process.env, ...env }
	});
	return status === 0;
}

/** A command that either holds or does not, counted as one test. */
function check(title: string, command: string): Tally {
	return run(title, command) ? { passed: 1, failed: 0 } : FAILED_TO_RUN;
}

function readReport(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return null;
	}
}

function numberAt(report: unknown, ...keys: string[]): number {
	let value = report;
	for (const key of keys) {
		value = typeof value === 'object' && value ? Reflect.get(value, key) : undefined;
	}
	return typeof value === 'number' ? value : 0;
}

/** Counts from a report; a runner that failed without counting a failure still failed. */
function tally(ok: boolean, passed: number, failed: number): Tally {
	if (ok && passed > 0 && failed === 0) return { passed, failed };
	return { passed, failed: Math.max(failed, 1) };
}

function vitest(): Tally {
	const path = `${REPORTS}/vitest.json`;
	const ok = run(
		'Unit, component and contract tests',
		`npx vitest run --reporter=default --reporter=json --outputFile.json="${path}"`
	);
	const report = readReport(path);
	return tally(ok, numberAt(report, 'numPassedTests'), numberAt(report, 'numFailedTests'));
}

async function browser(): Promise<Tally> {
	if (!run('Build', 'npx vite build --logLevel warn')) return FAILED_TO_RUN;
	const path = `${REPORTS}/e2e.json`;
	try {
		process.env.CHROME_PATH = await findBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return FAILED_TO_RUN;
	}
	const ok = run('Browser tests', 'npx playwright test --config tests/e2e/playwright.config.ts', {
		E2E_REPORT: path
	});
	const stats = readReport(path);
	return tally(
		ok,
		numberAt(stats, 'stats', 'expected') + numberAt(stats, 'stats', 'flaky'),
		numberAt(stats, 'stats', 'unexpected') + numberAt(stats, 'stats', 'skipped')
	);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const parts = [
	check('Types', 'npm run --silent check'),
	check('Lint', 'npm run --silent lint'),
	vitest(),
	await browser(),
	check('JavaScript shipped', 'npx tsx tests/budget.ts')
];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
