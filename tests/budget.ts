import { shippedByRoute } from './shipped';

/*
 * Part of `npm test`, after the build: how much JavaScript each page ships before it can be shown,
 * each file compressed on its own as a server does it. Fails when a page ships more than it may,
 * as by an accident such as emoji data among what is fetched first.
 */

/** Kilobytes of 1,000 bytes. */
const MOST = 250;

const shipped = shippedByRoute();

console.table(shipped.map(({ kB, ...row }) => ({ ...row, kB: kB.toFixed(1) })));

for (const { route, kB } of shipped.filter(({ kB }) => kB > MOST)) {
	console.error(`${route} ships ${kB.toFixed(1)} kB; ${MOST} kB are the most it may.`);
	process.exitCode = 1;
}
