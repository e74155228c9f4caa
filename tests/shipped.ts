import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file of the build in Vite's manifest. */
export interface Built {
	file: string;
	/** Keys of its static imports. */
	imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Built>>;

/** SvelteKit's own modules that run on every page. */
const EVERYWHERE = ['/runtime/client/entry.js', '/client-optimized/app.js'];
/** The root layout and error page, which are loaded for every route. */
const OUTERMOST = [0, 1];

/**
 * The numbers of the layouts and pages of each route.
 *
 * @param app - source of SvelteKit's `client-optimized/app.js`, which numbers them
 */
export function parseRouteNodes(app: string): ReadonlyMap<string, readonly number[]> {
	const lines = app.matchAll(/^\s*"(\/[^"]*)": (\[.*\]),?$/gm);
	return new Map(
		[...lines].map(([, route = '', nodes = '']) => [
			route,
			[...nodes.matchAll(/\d+/g)].map(([number]) => Number(number))
		])
	);
}

/**
 * The JavaScript that a browser loads before it shows a page, each file once, without dynamic
 * imports.
 *
 * @param nodes - the route's nodes: see `parseRouteNodes`
 * @throws Error when the manifest lacks a node or an import
 */
export function listLoadedFiles(manifest: Manifest, nodes: readonly number[]): readonly string[] {
	const keys = Object.keys(manifest);
	const ends = [...OUTERMOST, ...nodes].map((node) => `/client-optimized/nodes/${node}.js`);
	const met = new Set<string>();

	function visit(key: string) {
		if (met.has(key)) return;
		met.add(key);
		const built = manifest[key];
		if (!built) throw new Error(`The manifest tells nothing of ${key}`);
		built.imports?.forEach(visit);
	}

	for (const end of [...EVERYWHERE, ...ends]) visit(keys.find((key) => key.endsWith(end)) ?? end);
	const files = [...met].flatMap((key) => manifest[key]?.file ?? []);
	return [...new Set(files)].filter((file) => file.endsWith('.js'));
}

const BUILT = '.svelte-kit/output/client';

function read(path: string): string {
	return readFileSync(path, 'utf8');
}

export interface Shipped {
	route: string;
	files: number;
	/** Kilobytes of 1,000 bytes, each file compressed on its own as a server does it. */
	kB: number;
}

/** The JavaScript of the last build for each route. @throws Error when there is no build */
export function shippedByRoute(): Shipped[] {
	const manifest: Manifest = JSON.parse(read(`${BUILT}/.vite/manifest.json`));
	const routes = parseRouteNodes(read('.svelte-kit/generated/client-optimized/app.js'));
	return [...routes].map(([route, nodes]) => {
		const files = listLoadedFiles(manifest, nodes);
		const bytes = files.map((file) => gzipSync(read(`${BUILT}/${file}`)).length);
		return { route, files: files.length, kB: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
	});
}
