import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { findBrowser } from './e2e/browser';

/*
 * `npm test` runs the whole test suite, in two lanes for two cores. Every part runs even when an
 * earlier one failed, so that one run shows all failures; a part that cannot run counts as failed.
 */

interface Tally {
	passed: number;
	failed: number;
}

/** Titles of the parts that failed, for the last lines of the output: the parts themselves are long. */
const failedParts: string[] = [];

const REPORTS = resolve('test-results');
const FAILED_TO_RUN: Tally = { passed: 0, failed: 1 };

/** Runs a command and prints its output once it has ended, as two lanes would mix their lines. */
async function run(
	title: string,
	command: string,
	env: Record<string, string> = {}
): Promise<boolean> {
	const start = performance.now();
	const child = spawn(command, {
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: true,
		env: { ...process.env, ...env }
	});
	const output: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
	const code = await new Promise<number | null>((ended) => child.once('close', ended));
	const seconds = Math.round((performance.now() - start) / 1000);
	if (code !== 0) failedParts.push(title);
	console.log(`\n── ${title}: ${command} (${seconds} s)`);
	process.stdout.write(Buffer.concat(output));
	return code === 0;
}

/** Runs a check that passes or fails as a whole, counted as one test. */
async function check(title: string, command: string): Promise<Tally> {
	return (await run(title, command)) ? { passed: 1, failed: 0 } : FAILED_TO_RUN;
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

/** Counts of a report; a runner that failed without a failed test counts as one failure. */
function tally(ok: boolean, passed: number, failed: number): Tally {
	if (ok && passed > 0 && failed === 0) return { passed, failed };
	return { passed, failed: Math.max(failed, 1) };
}

async function vitest(): Promise<Tally> {
	const path = `${REPORTS}/vitest.json`;
	const ok = await run(
		'Unit, component and contract tests',
		`npx vitest run --reporter=default --reporter=json --outputFile.json="${path}"`
	);
	const report = readReport(path);
	return tally(ok, numberAt(report, 'numPassedTests'), numberAt(report, 'numFailedTests'));
}

async function browser(): Promise<Tally> {
	const path = `${REPORTS}/e2e.json`;
	try {
		process.env.CHROME_PATH = await findBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return FAILED_TO_RUN;
	}
	const ok = await run(
		'Browser tests',
		'npx playwright test --config tests/e2e/playwright.config.ts',
		{ E2E_REPORT: path }
	);
	const stats = readReport(path);
	return tally(
		ok,
		numberAt(stats, 'stats', 'expected') + numberAt(stats, 'stats', 'flaky'),
		numberAt(stats, 'stats', 'unexpected') + numberAt(stats, 'stats', 'skipped')
	);
}

/** Runs the parts that need no built pages. */
async function testSources(): Promise<Tally[]> {
	return [
		await check('Types', 'npm run --silent check:types'),
		await check('Lint', 'npm run --silent lint'),
		await vitest()
	];
}

/** Runs the parts that need the built pages. */
async function testPages(): Promise<Tally[]> {
	if (!isBuilt) return [FAILED_TO_RUN];
	return [await check('JavaScript shipped', 'npx tsx tests/budget.ts'), await browser()];
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// Before the lanes part: every program that reads Kit's generated files writes them first, and a build
// beside one of these comes out broken.
await run('Prepare', 'npx svelte-kit sync');
const isBuilt = await run('Build', 'npx vite build --logLevel warn');

const parts = (await Promise.all([testSources(), testPages()])).flat();
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
if (failedParts.length > 0) console.log(`\nFailed: ${failedParts.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
