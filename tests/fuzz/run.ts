import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH_ARGS } from '../e2e/browser';
import { startDashboard } from '../e2e/servers';
import { startMutatedApi, tryPages } from './pages';
import { tryReaders } from './readers';

/*
 * `npm run fuzz` gives mutated answers to every reader, and mutated worlds to the built pages. A
 * failure names its seed: `npm run fuzz -- --readers 1 --pages 0 --seed 4711` repeats one.
 */

const { values } = parseArgs({
	options: {
		readers: { type: 'string', default: '100000' },
		pages: { type: 'string', default: '1000' },
		seed: { type: 'string', default: '1' }
	}
});
const [readers, pages, seed] = [values.readers, values.pages, values.seed].map(Number);
if (readers === undefined || pages === undefined || seed === undefined) throw new TypeError();

/** Pages at once. */
const LANES = 2;

async function fuzzPages(count: number, first: number): Promise<number> {
	const executablePath = await findBrowser();
	const browser = await chromium.launch({ executablePath, args: LAUNCH_ARGS });
	const [dashboard, api] = await Promise.all([startDashboard(), startMutatedApi()]);
	let faults = 0;
	function onfault(fault: string) {
		faults += 1;
		console.log(`${fault}\n`);
	}
	function* takeSeeds() {
		for (let index = 0; index < count; index++) {
			if (index > 0 && index % 100 === 0) console.log(`${index} worlds`);
			yield first + index;
		}
	}
	// Shared by all lanes: each takes the next.
	const seeds = takeSeeds();
	try {
		const lanes = Array.from({ length: LANES }, () =>
			tryPages({ browser, dashboard, api, seeds, onfault })
		);
		await Promise.all(lanes);
		return faults;
	} finally {
		await Promise.all([browser.close(), dashboard.stop(), api.stop()]);
	}
}

const start = performance.now();
const failures = await tryReaders(readers, seed);
for (const failure of failures) console.log(`${failure}\n`);
console.log(`${readers} mutated answers, ${failures.length} failures`);
const faults = pages > 0 ? await fuzzPages(pages, seed) : 0;
console.log(`${pages} mutated worlds, ${faults} faults`);
console.log(`${Math.round((performance.now() - start) / 1000)} s`);
process.exitCode = failures.length + faults === 0 ? 0 : 1;
