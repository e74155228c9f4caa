import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROUTES = 'src/routes';

/** What is on screen first: the list, and what stands around every page. */
const FIRST = [
	'src/routes/+layout.svelte',
	'src/routes/(app)/+layout.ts',
	'src/routes/(app)/+layout.svelte',
	'src/routes/(app)/chats/+page.ts',
	'src/routes/(app)/chats/+page.svelte'
];

/** What the list asks for as soon as it is there, without being waited for. */
const SECOND = [
	'src/routes/(app)/Controls.svelte',
	'src/routes/(app)/chats/Beside.svelte',
	'src/routes/(app)/chats/Loading.svelte',
	'src/lib/components/chats/Arranging.svelte',
	'src/lib/components/ui/ResizeHandle.svelte',
	'src/lib/api/abreast.ts',
	'src/lib/cache/open.ts',
	'src/lib/state/live.svelte.ts',
	'src/lib/state/memory.ts',
	'src/lib/state/previews.ts'
];

/**
 * The modules of each file by its name, of those that no file before it has.
 *
 * @type {Readonly<Record<string, (modules: Modules) => ReadonlySet<string>>>}
 */
const FILES = {
	'first-load': (modules) => reachable(FIRST, modules),
	// Pages that need some of what follows should not have to fetch it all.
	shared(modules) {
		const others = reachable(pages(), modules);
		return new Set([...reachable(SECOND, modules)].filter((id) => others.has(id)));
	},
	'second-load': (modules) => reachable(SECOND, modules)
};

/**
 * Puts all that the list needs at once into one file, and what follows into another: fifty small
 * ones take more requests, and are a sixth larger, since each is compressed on its own.
 *
 * @returns {import('vite').Plugin}
 */
export function firstLoad() {
	return {
		name: 'first-load',
		// After SvelteKit's own, which says what is being built.
		config({ build }) {
			if (build?.ssr) return {};
			const groups = Object.entries(FILES).map(([file, modulesOf]) => {
				/** @type {ReadonlySet<string> | undefined} */
				let ids;
				return {
					debugName: file,
					/**
					 * @param {string} id
					 * @param {Modules} modules
					 */
					name(id, modules) {
						ids ??= modulesOf(modules);
						return ids.has(id) ? file : null;
					}
				};
			});
			// What each file needs in turn, it asks for itself: lists of that would be shipped first.
			const output = { codeSplitting: { groups } };
			return { build: { modulePreload: false, rolldownOptions: { output } } };
		}
	};
}

/** Every page and layout. */
function pages() {
	return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|[\\/])\+(page|layout|error)\.(svelte|ts)$/.test(path))
		.map((path) => join(ROUTES, path));
}

/**
 * @typedef {{ getModuleInfo(id: string): { importedIds: string[] } | null }} Modules
 */

/**
 * All that is imported from `paths`, but for what is imported when it is asked for.
 *
 * @param {readonly string[]} paths
 * @param {Modules} modules
 */
function reachable(paths, modules) {
	/** @type {Set<string>} */
	const found = new Set();
	/** @param {string} id */
	function walk(id) {
		if (found.has(id)) return;
		found.add(id);
		modules.getModuleInfo(id)?.importedIds.forEach(walk);
	}
	for (const path of paths) walk(resolve(path));
	return found;
}
