/** A file of the build, as Vite's manifest tells of it. */
export interface Built {
	file: string;
	/** Keys of those it cannot run without. */
	imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Built>>;

/** What of SvelteKit's own runs on every page. */
const EVERYWHERE = ['/runtime/client/entry.js', '/client-optimized/app.js'];
/** The outermost layout and error page, which are fetched whatever the route. */
const OUTERMOST = [0, 1];

/**
 * The numbers of the layouts and pages of each route.
 *
 * @param app - source of SvelteKit's `client-optimized/app.js`, which numbers them
 */
export function routesOf(app: string): ReadonlyMap<string, readonly number[]> {
	const lines = app.matchAll(/^\s*"(\/[^"]*)": (\[.*\]),?$/gm);
	return new Map(
		[...lines].map(([, route = '', nodes = '']) => [
			route,
			[...nodes.matchAll(/\d+/g)].map(([number]) => Number(number))
		])
	);
}

/**
 * The JavaScript a browser has to have before it shows a page, each file once: what is imported
 * only when it is asked for is not among it.
 *
 * @param nodes - of the route: see `routesOf`
 * @throws Error when the manifest lacks something of it: then nobody knows what is shipped
 */
export function filesOf(manifest: Manifest, nodes: readonly number[]): readonly string[] {
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
