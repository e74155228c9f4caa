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
	/** How many of the passed needed a second try. */
	flaky?: number;
}

/** A command that ran, with its output as it came. */
interface Part {
	heading: string;
	output: Buffer;
	/** True when its output is worth reading: it failed, or passed a test at a second try only. */
	isTroubled: boolean;
}

const ranParts: Part[] = [];

const REPORTS = resolve('test-results');
const FAILED_TO_RUN: Tally = { passed: 0, failed: 1 };

/** Runs a command, says how it ended, and keeps its output for the end: two lanes would mix their lines. */
async function run(
	title: string,
	command: string,
	env: Record<string, string> = {}
): Promise<Part> {
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
	const heading = `── ${title}: ${command} (${seconds} s, ${code === 0 ? 'passed' : 'failed'})`;
	console.log(heading);
	const part = { heading, output: Buffer.concat(output), isTroubled: code !== 0 };
	ranParts.push(part);
	return part;
}

/** Runs a check that passes or fails as a whole, counted as one test. */
async function check(title: string, command: string): Promise<Tally> {
	return (await run(title, command)).isTroubled ? FAILED_TO_RUN : { passed: 1, failed: 0 };
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
function tally(part: Part, passed: number, failed: number): Tally {
	if (!part.isTroubled && passed > 0 && failed === 0) return { passed, failed };
	return { passed, failed: Math.max(failed, 1) };
}

async function vitest(): Promise<Tally> {
	const path = `${REPORTS}/vitest.json`;
	const part = await run(
		'Unit, component and contract tests',
		`npx vitest run --reporter=default --reporter=json --outputFile.json="${path}"`
	);
	const report = readReport(path);
	return tally(part, numberAt(report, 'numPassedTests'), numberAt(report, 'numFailedTests'));
}

async function browser(): Promise<Tally> {
	const path = `${REPORTS}/e2e.json`;
	try {
		process.env.CHROME_PATH = await findBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return FAILED_TO_RUN;
	}
	const part = await run(
		'Browser tests',
		'npx playwright test --config tests/e2e/playwright.config.ts',
		{ E2E_REPORT: path }
	);
	const report = readReport(path);
	const flaky = numberAt(report, 'stats', 'flaky');
	const total = tally(
		part,
		numberAt(report, 'stats', 'expected') + flaky,
		numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'skipped')
	);
	part.isTroubled ||= flaky > 0;
	return { ...total, flaky };
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
	if (build.isTroubled) return [FAILED_TO_RUN];
	return [await check('JavaScript shipped', 'npx tsx tests/budget.ts'), await browser()];
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// Before the lanes part: every program that reads Kit's generated files writes them first, and a build
// beside one of these comes out broken.
await run('Prepare', 'npx svelte-kit sync');
const build = await run('Build', 'npx vite build --logLevel warn');

const tallies = (await Promise.all([testSources(), testPages()])).flat();
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const flaky = tallies.reduce((sum, tally) => sum + (tally.flaky ?? 0), 0);

// A reader of a long run looks at its end first.
for (const part of ranParts.toSorted((a, b) => Number(a.isTroubled) - Number(b.isTroubled))) {
	console.log(`\n${part.heading}`);
	process.stdout.write(part.output);
}
if (flaky > 0) console.log(`\n${flaky} passed at the second try only (flaky, above)`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
