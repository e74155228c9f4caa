import { expect, test } from 'vitest';
import {
	moveColumn,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth
} from '$lib/domain/chat-list/column-choice';
import { ColumnPreferences } from '$lib/state/preferences.svelte';
import { createTextStore } from '$lib/state/persisted.svelte';
import { makeStores } from '../fixtures/storage';

test('what is chosen is there after a reload, until it is reset', () => {
	const store = makeStores().stores.device;
	const columns = new ColumnPreferences(store);
	columns.change((now) => setColumnShown(now, 'draft', true));
	columns.change((now) => setColumnWidth(now, 'network', 200));
	expect(new ColumnPreferences(store).choice).toEqual(columns.choice);
	expect(columns.choice).toMatchObject({ shown: { draft: true }, widths: { network: 200 } });
	columns.reset();
	expect(columns.choice).toEqual(DEFAULT_COLUMNS);
	expect(new ColumnPreferences(store).choice).toEqual(DEFAULT_COLUMNS);
});

test('what two tabs change is kept from both', () => {
	const store = makeStores().stores.device;
	const [one, other] = [new ColumnPreferences(store), new ColumnPreferences(store)];
	one.change((now) => setColumnShown(now, 'participants', false));
	other.change((now) => moveColumn(now, 'title', -1));
	one.reread();
	expect(one.choice).toEqual(other.choice);
	expect(other.choice.shown).toEqual({ participants: false });
	other.reset();
	one.reread();
	expect(one.choice).toEqual(DEFAULT_COLUMNS);
});

test('what is tried is shown and not kept, until it is chosen', () => {
	const store = makeStores().stores.device;
	const columns = new ColumnPreferences(store);
	columns.attempt((now) => setColumnWidth(now, 'network', 300));
	expect(columns.choice.widths).toEqual({ network: 300 });
	expect(new ColumnPreferences(store).choice.widths).toEqual({});
	columns.attempt(undefined);
	expect(columns.choice.widths).toEqual({});
	columns.attempt((now) => setColumnWidth(now, 'network', 300));
	columns.change((now) => setColumnWidth(now, 'network', 310));
	expect(columns.choice.widths).toEqual({ network: 310 });
});

test('where nothing can be kept, the choice holds as long as the page', () => {
	const columns = new ColumnPreferences(
		createTextStore(() => {
			throw new Error('forbidden');
		})
	);
	columns.change((now) => setColumnShown(now, 'flags', false));
	columns.change((now) => setColumnShown(now, 'draft', true));
	columns.reread();
	expect(columns.choice.shown).toEqual({ flags: false, draft: true });
});
