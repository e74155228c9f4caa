import { shippedByRoute } from './shipped';

/*
 * Part of `npm test`, after the build: how much JavaScript each page ships before it can be shown,
 * each file compressed on its own as a server does it. Fails when the list ships more than it may.
 */

const LIST = '/(app)/chats';
/** Kilobytes of 1,000 bytes. */
const MOST = 200;

const shipped = shippedByRoute();

console.table(shipped.map(({ kB, ...row }) => ({ ...row, kB: kB.toFixed(1) })));

const list = shipped.find(({ route }) => route === LIST);
if (!list) throw new Error(`There is no route ${LIST}`);
if (list.kB > MOST) {
	console.error(`${LIST} ships ${list.kB.toFixed(1)} kB; ${MOST} kB are the most it may.`);
	process.exitCode = 1;
}
