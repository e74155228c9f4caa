import { resolve } from 'node:path';

/** What is on screen first: the list, and what stands around every page. */
const FIRST = [
	'src/routes/+layout.svelte',
	'src/routes/(app)/+layout.ts',
	'src/routes/(app)/+layout.svelte',
	'src/routes/(app)/chats/+page.ts',
	'src/routes/(app)/chats/+page.svelte'
];

/**
 * Puts all that the list needs at once into one file: fifty small ones take more requests, and are a
 * sixth larger, since each is compressed on its own.
 *
 * @returns {import('vite').Plugin}
 */
export function firstLoad() {
	return {
		name: 'first-load',
		// After SvelteKit's own, which says what is being built.
		config({ build }) {
			if (build?.ssr) return {};
			/** @type {ReadonlySet<string> | undefined} */
			let first;
			const group = {
				debugName: 'first-load',
				/**
				 * @param {string} id
				 * @param {Modules} modules
				 */
				name(id, modules) {
					first ??= reachable(FIRST, modules);
					return first.has(id) ? 'first-load' : null;
				}
			};
			const codeSplitting = { groups: [group] };
			// What each file needs in turn, it asks for itself: lists of that would be shipped first.
			return { build: { modulePreload: false, rolldownOptions: { output: { codeSplitting } } } };
		}
	};
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
