import { shippedByRoute } from './shipped';

/*
 * Part of `npm test`, after the build: measures the JavaScript that each page loads before it is
 * shown, each file compressed as a server does it. Fails when a page exceeds the budget, for example
 * because emoji data is imported statically by accident.
 */

/** Kilobytes of 1,000 bytes. */
const MOST = 330;

const shipped = shippedByRoute();

console.table(shipped.map(({ kB, ...row }) => ({ ...row, kB: kB.toFixed(1) })));

for (const { route, kB } of shipped.filter(({ kB }) => kB > MOST)) {
	console.error(`${route} ships ${kB.toFixed(1)} kB; ${MOST} kB are the most it may.`);
	process.exitCode = 1;
}
