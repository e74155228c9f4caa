import { columns, savedViews } from '$lib/app/app';
import type { ColumnSettings } from '$lib/components/chat-grid/grid-layout';
import {
	DEFAULT_COLUMNS,
	type ColumnChange,
	type ColumnChoice,
	type ColumnKey
} from '$lib/domain/chat-list/column-choice';
import type { SavedView } from '$lib/domain/chat-list/saved-views';
import type { ChatView } from '$lib/domain/chat-list/view';
import { getViewColumns } from '$lib/domain/chat-list/view-columns';

/** The columns of the list: those of the saved view that is shown, or else those of this device. */
export class ListColumns implements ColumnSettings {
	readonly #getView: () => ChatView;
	readonly #getSavedView: () => SavedView | undefined;
	#fitting = $state.raw<readonly ColumnKey[]>([]);

	/** The columns as chosen, with a change that is being previewed. */
	readonly chosen: ColumnChoice = $derived.by(() => {
		const own = this.#getSavedView()?.columns;
		return own ? columns.preview(own) : columns.choice;
	});

	/** The chosen columns and those that the view itself asks for. */
	readonly choice: ColumnChoice = $derived.by(() => getViewColumns(this.chosen, this.#getView()));

	/** @param getSavedView - the saved view that is shown, changed since or not */
	constructor(getView: () => ChatView, getSavedView: () => SavedView | undefined) {
		this.#getView = getView;
		this.#getSavedView = getSavedView;
	}

	/** The columns that currently fit on the screen. */
	get fitting() {
		return this.#fitting;
	}

	readonly onchange = (change: ColumnChange) => {
		const saved = this.#getSavedView();
		if (!saved?.columns) return columns.change(change);
		columns.attempt(undefined);
		savedViews.changeColumns(saved.name, change);
	};

	readonly onattempt = (change: ColumnChange | undefined) => columns.attempt(change);

	readonly oncolumnsfit = (keys: readonly ColumnKey[]) => {
		this.#fitting = keys;
	};

	/** Restores the default columns. */
	readonly reset = () => {
		if (this.#getSavedView()?.columns) this.onchange(() => DEFAULT_COLUMNS);
		else columns.reset();
	};
}
