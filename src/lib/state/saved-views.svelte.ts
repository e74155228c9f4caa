import { readSavedViews, writeSavedViews } from '$lib/domain/chat-list/saved-views-file';
import {
	addViews,
	moveView,
	removeView,
	renameView,
	saveView,
	type SavedView
} from '$lib/domain/chat-list/saved-views';
import type { TextStore } from './persisted.svelte';

const NAME = 'views';

type Views = readonly SavedView[];
type Change = (views: Views) => Views;

/**
 * The views that somebody gave names, remembered on this device. Each change is made to what is
 * remembered at that moment, so that tabs do not undo each other's changes.
 */
export class SavedViews {
	readonly #store: TextStore;
	/** Those that could not be kept: made anew with the next one. */
	#pending: readonly Change[] = [];
	#views = $state.raw<Views>([]);
	#isKept = $state(true);

	constructor(store: TextStore) {
		this.#store = store;
		this.reread();
	}

	get views() {
		return this.#views;
	}

	/** False: the browser did not keep the last change, and it lasts as long as this tab. */
	get isKept() {
		return this.#isKept;
	}

	/** Another tab may have changed them. */
	reread() {
		this.#views = this.#read().views;
	}

	save(view: SavedView) {
		this.#change((views) => saveView(views, view));
	}

	rename(from: string, to: string) {
		this.#change((views) => renameView(views, from, to));
	}

	/** @param by - places towards the end */
	move(name: string, by: number) {
		this.#change((views) => moveView(views, name, by));
	}

	remove(name: string) {
		this.#change((views) => removeView(views, name));
	}

	/** @param place - where they come; at the end unless said otherwise */
	add(others: Views, place?: number) {
		this.#change((views) => addViews(views, others, place));
	}

	#read() {
		const { views, failure } = readSavedViews(this.#store.read(NAME) ?? '');
		return { views: this.#pending.reduce((before, change) => change(before), views), failure };
	}

	#change(change: Change) {
		this.#pending = [...this.#pending, change];
		const { views, failure } = this.#read();
		this.#views = views;
		// What a later version of this program wrote is not for this one to overwrite.
		this.#isKept = failure !== 'newer' && this.#store.write(NAME, writeSavedViews(views));
		if (this.#isKept) this.#pending = [];
	}
}
