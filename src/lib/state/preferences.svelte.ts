import type { TextStore } from './persisted.svelte';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

const NAME = 'theme';

/** The chosen theme. `static/theme.js` applies the kept choice before the first paint. */
export class Theme {
	readonly #store: TextStore;
	#name = $state<ThemeName>('system');

	constructor(store: TextStore) {
		this.#store = store;
		this.#name = THEMES.find((name) => name === store.read(NAME)) ?? 'system';
	}

	get name() {
		return this.#name;
	}

	choose(name: ThemeName, root: HTMLElement) {
		this.#name = name;
		if (name === 'system') {
			this.#store.remove(NAME);
			delete root.dataset.theme;
		} else {
			this.#store.write(NAME, name);
			root.dataset.theme = name;
		}
	}
}
