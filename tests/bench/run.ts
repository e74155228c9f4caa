import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH_ARGS } from '../e2e/browser';
import { startDashboard } from '../e2e/servers';
import { benchAsk } from './ask';
import { benchFirstVisit } from './first-visit';
import { benchFrames } from './frames';
import { benchHour } from './hour';
import { benchInventory } from './inventory';
import { shippedByRoute } from '../shipped';
import { benchList } from './list';
import { benchMatrix } from './matrix';
import { benchOverview } from './overview';
import { benchPeek } from './peek';
import { benchStorm } from './storm';
import { startLeastPage, startOther } from './sites';
import { formatTextTable } from './table';
import { toSite } from './visit';
import { benchWalks } from './walks';

/*
 * `npm run bench` measures the speed on this machine. It asserts nothing. Only figures of one run are
 * comparable; `--most 10000` leaves out larger lists, and `--other <folder>` measures visits, inputs and
 * memory of another checkout too.
 */

const { most, other } = parseArgs({
	options: { most: { type: 'string', default: '50000' }, other: { type: 'string' } }
}).values;
const sizes = [1_000, 10_000, 50_000].filter((size) => size <= Number(most));
const leastPage = await startLeastPage();
const dashboard = toSite('this checkout', await startDashboard());
const dashboards = other === undefined ? [dashboard] : [dashboard, await startOther(other)];
const browser = await chromium.launch({
	executablePath: await findBrowser(),
	args: LAUNCH_ARGS
});
try {
	console.log(`Node ${process.version}, Chromium ${browser.version()}, ${cpus().length} cores`);
	const figures = {
		node: process.version,
		chromium: browser.version(),
		cores: cpus().length,
		walks: await benchWalks(Math.min(10_000, Number(most))),
		firstVisit: await benchFirstVisit(browser, [...dashboards, leastPage]),
		inventory: await benchInventory(browser, dashboard, sizes),
		frames: await benchFrames(browser, dashboards, sizes),
		hour: await benchHour(browser, dashboard, Math.min(10_000, Number(most))),
		storm: await benchStorm(browser, Math.min(10_000, Number(most))),
		peek: await benchPeek(browser, dashboard),
		list: await benchList(sizes),
		matrix: await benchMatrix(sizes),
		ask: await benchAsk(sizes),
		overview: await benchOverview(sizes),
		shipped: shippedByRoute()
	};
	console.log('\nJavaScript shipped before a page is shown\n');
	console.log(
		formatTextTable(
			['route', 'files', 'gzipped'],
			figures.shipped.map(({ route, files, kB }) => [route, String(files), `${kB.toFixed(1)} kB`])
		)
	);
	mkdirSync('test-results', { recursive: true });
	writeFileSync('test-results/bench.json', JSON.stringify(figures, null, '\t'));
	console.log('\nAlso in test-results/bench.json.');
} finally {
	await browser.close();
	for (const { server } of [...dashboards, leastPage]) await server.stop();
}
