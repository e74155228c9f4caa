import {
	formatColumnChoice,
	parseColumnChoice,
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice
} from '$lib/domain/chat-list/column-choice';
import { readSavedViews, writeSavedViews } from '$lib/domain/chat-list/saved-views-file';
import {
	addViews,
	changeColumns,
	moveView,
	removeView,
	renameView,
	saveView,
	setNotifies,
	type SavedView
} from '$lib/domain/chat-list/saved-views';
import { createAnonymizer, type Anonymizer } from '$lib/domain/privacy/anonymizer';
import { Persisted, type StoredFormat, type TextStore } from './persisted.svelte';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

const THEME_FORMAT: StoredFormat<ThemeName> = {
	parse: (text) => THEMES.find((name) => name === text) ?? 'system',
	format: (name) => (name === 'system' ? null : name)
};

/** The chosen theme. `static/theme.js` applies the stored choice before the first paint. */
export class Theme {
	readonly #name: Persisted<ThemeName>;

	constructor(store: TextStore) {
		this.#name = new Persisted(store, 'theme', THEME_FORMAT);
	}

	get name() {
		return this.#name.value;
	}

	choose(name: ThemeName, root: HTMLElement) {
		this.#name.set(name);
		if (name === 'system') delete root.dataset.theme;
		else root.dataset.theme = name;
	}
}

/** A setting that is on or off. */
export class OnOffPreference {
	readonly #isOn: Persisted<boolean>;

	/** @param isUsual - its default value */
	constructor(store: TextStore, name: string, isUsual: boolean) {
		this.#isOn = new Persisted(store, name, {
			parse: (text) => (isUsual ? text !== 'no' : text === 'yes'),
			format: (isOn) => (isOn === isUsual ? null : isOn ? 'yes' : 'no')
		});
	}

	get isOn() {
		return this.#isOn.value;
	}

	set(isOn: boolean) {
		this.#isOn.set(isOn);
	}

	/** Adopts what another tab has set. */
	reread() {
		this.#isOn.reread();
	}
}

/** Blocks every mutation while it is on. */
export function createReadOnly(store: TextStore): OnOffPreference {
	return new OnOffPreference(store, 'read-only', false);
}

/** Caches the last known chats on this computer, encrypted, for the next visit, while it is on. */
export function createKeepChats(store: TextStore): OnOffPreference {
	return new OnOffPreference(store, 'keep-chats', true);
}

/** Shows the number of unread chats in the title and icon of the tab while it is on. */
export function createUnreadInTitle(store: TextStore): OnOffPreference {
	return new OnOffPreference(store, 'unread-in-title', false);
}

/** Shows the request of each control below it, while it is on. */
export function createShowRequests(store: TextStore): OnOffPreference {
	return new OnOffPreference(store, 'show-requests', false);
}

/** Replaces all real names and texts with invented ones while it is on. */
export class Privacy {
	readonly #store: TextStore;
	readonly #switch: OnOffPreference;

	/** Null while Privacy mode is off. */
	readonly anonymizer: Anonymizer | null = $derived.by(() =>
		this.isOn ? this.#getAnonymizer() : null
	);

	#anonymizer: Anonymizer | undefined;

	constructor(store: TextStore) {
		this.#store = store;
		this.#switch = new OnOffPreference(store, 'privacy', false);
	}

	get isOn() {
		return this.#switch.isOn;
	}

	set(isOn: boolean) {
		this.#switch.set(isOn);
	}

	/** Adopts what another tab has set. */
	reread() {
		this.#switch.reread();
	}

	/**
	 * The stored salt keeps invented names the same on this device, and different on every other
	 * device.
	 */
	#getAnonymizer(): Anonymizer {
		if (this.#anonymizer) return this.#anonymizer;
		const salt = this.#store.read('privacy.salt') ?? crypto.randomUUID();
		this.#store.write('privacy.salt', salt);
		return (this.#anonymizer = createAnonymizer(salt));
	}
}

/** The columns that the user has chosen for the table of chats. */
export class ColumnPreferences {
	readonly #kept: Persisted<ColumnChoice>;
	#attempt = $state.raw<ColumnChange>();

	/** Includes a change that is being previewed. */
	readonly choice: ColumnChoice = $derived.by(() => this.preview(this.#kept.value));

	constructor(store: TextStore) {
		this.#kept = new Persisted(store, 'columns', {
			parse: parseColumnChoice,
			format: (choice) => (choice === DEFAULT_COLUMNS ? null : formatColumnChoice(choice))
		});
	}

	/** Adopts the choice that another tab has stored. */
	reread() {
		this.#kept.reread();
	}

	/** Changes the stored columns, as another tab may have left them, and ends a preview. */
	change(change: ColumnChange) {
		this.reread();
		this.#attempt = undefined;
		this.#kept.set(change(this.#kept.value));
	}

	/**
	 * Previews a change without storing it, as while a column is resized; undefined ends the preview.
	 */
	attempt(change: ColumnChange | undefined) {
		this.#attempt = change;
	}

	/** A choice with the change that is being previewed. */
	preview(choice: ColumnChoice): ColumnChoice {
		return this.#attempt?.(choice) ?? choice;
	}

	/** Restores the default columns. */
	reset() {
		this.#attempt = undefined;
		this.#kept.set(DEFAULT_COLUMNS);
	}
}

type ViewList = readonly SavedView[];
type ViewListChange = (views: ViewList) => ViewList;

/**
 * The user's named views. Each change is applied to the stored value of that moment, so that tabs
 * do not overwrite each other's changes.
 */
export class SavedViews {
	readonly #store: TextStore;
	readonly #name = 'views';
	/** Changes that could not be stored: applied again with the next one. */
	#pending: readonly ViewListChange[] = [];
	#views = $state.raw<ViewList>([]);
	#isKept = $state(true);

	constructor(store: TextStore) {
		this.#store = store;
		this.reread();
	}

	get views() {
		return this.#views;
	}

	/** False: the browser could not store the last change, which is lost when this tab closes. */
	get isKept() {
		return this.#isKept;
	}

	/** Adopts the views that another tab has stored. */
	reread() {
		this.#views = this.#read().views;
	}

	save(view: SavedView) {
		this.#change((views) => saveView(views, view));
	}

	rename(from: string, to: string) {
		this.#change((views) => renameView(views, from, to));
	}

	/** Turns the notifications of a view on or off. */
	setNotifies(name: string, isOn: boolean) {
		this.#change((views) => setNotifies(views, name, isOn));
	}

	/** Changes the columns of a view that has its own. */
	changeColumns(name: string, change: ColumnChange) {
		this.#change((views) => changeColumns(views, name, change));
	}

	/** @param by - positions towards the end */
	move(name: string, by: number) {
		this.#change((views) => moveView(views, name, by));
	}

	remove(name: string) {
		this.#change((views) => removeView(views, name));
	}

	/** @param index - where to insert them; by default at the end */
	add(others: ViewList, index?: number) {
		this.#change((views) => addViews(views, others, index));
	}

	#read() {
		const { views, failure } = readSavedViews(this.#store.read(this.#name) ?? '');
		return { views: this.#pending.reduce((before, change) => change(before), views), failure };
	}

	#change(change: ViewListChange) {
		this.#pending = [...this.#pending, change];
		const { views, failure } = this.#read();
		this.#views = views;
		// A document written by a later version must not be overwritten by this one.
		this.#isKept = failure !== 'newer' && this.#store.write(this.#name, writeSavedViews(views));
		if (this.#isKept) this.#pending = [];
	}
}
