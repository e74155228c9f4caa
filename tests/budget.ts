import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { filesOf, routesOf, type Manifest } from './shipped';

/*
 * Part of `npm test`, after the build: how much JavaScript each page ships before it can be shown,
 * each file compressed on its own as a server does it. Fails when the list ships more than it may.
 */

const LIST = '/(app)/chats';
/** Kilobytes of 1,000 bytes. */
const MOST = 96;

const BUILT = '.svelte-kit/output/client';

function read(path: string): string {
	return readFileSync(path, 'utf8');
}

const manifest: Manifest = JSON.parse(read(`${BUILT}/.vite/manifest.json`));
const routes = routesOf(read('.svelte-kit/generated/client-optimized/app.js'));

const shipped = [...routes].map(([route, nodes]) => {
	const files = filesOf(manifest, nodes);
	const bytes = files.map((file) => gzipSync(read(`${BUILT}/${file}`)).length);
	return { route, files: files.length, kB: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
});

console.table(shipped.map(({ kB, ...row }) => ({ ...row, kB: kB.toFixed(1) })));

const list = shipped.find(({ route }) => route === LIST);
if (!list) throw new Error(`There is no route ${LIST}`);
if (list.kB > MOST) {
	console.error(`${LIST} ships ${list.kB.toFixed(1)} kB; ${MOST} kB are the most it may.`);
	process.exitCode = 1;
}
