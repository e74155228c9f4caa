import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraftShelf } from '$lib/state/draft-storage';
import { createTextStore } from '$lib/state/persisted.svelte';
import {
	draftWrite,
	loseRequest,
	makeSampleActions,
	type SampleActionsOptions
} from '../fixtures/sample-actions';
import { makeStorage } from '../fixtures/storage';

const HERE = 'http://localhost:23373';
const draft = { text: 'Old', markdown: '**Old**', attachments: [{ id: 'f', type: 'file' }] };
const kept = { chatID: '!a', draft, wanted: 'New' };

function makeStore() {
	const storage = makeStorage();
	return { storage, store: createTextStore(() => storage) };
}

describe('a shelf', () => {
	test('keeps drafts over a reload', () => {
		const { store } = makeStore();
		new DraftShelf({ store, server: HERE }).replace([kept]);
		expect(new DraftShelf({ store, server: HERE }).kept).toEqual([kept]);
	});

	test('keeps the drafts of two servers apart', () => {
		const { store, storage } = makeStore();
		const [here, there] = [
			new DraftShelf({ store, server: HERE }),
			new DraftShelf({ store, server: 'sample' })
		];
		here.replace([kept]);
		there.replace([{ ...kept, chatID: '!b' }]);
		expect(new DraftShelf({ store, server: HERE }).kept).toEqual([kept]);
		here.replace([]);
		expect(new DraftShelf({ store, server: 'sample' }).kept).toHaveLength(1);
		there.replace([]);
		expect(storage.length).toBe(0);
	});

	test('when erased leaves nothing behind, not even what comes late', () => {
		const { store, storage } = makeStore();
		const shelf = new DraftShelf({ store, server: HERE });
		shelf.replace([kept]);
		shelf.erase();
		shelf.replace([kept]);
		expect([shelf.kept, storage.length]).toEqual([[], 0]);
	});

	test('keeps drafts in memory where nothing can be stored', () => {
		const full = Object.assign(makeStorage(), {
			setItem() {
				throw new DOMException('full', 'QuotaExceededError');
			}
		});
		const shelf = new DraftShelf({ store: createTextStore(() => full), server: HERE });
		shelf.replace([kept]);
		expect(shelf.kept).toEqual([kept]);
	});

	test('takes nothing else for a draft, whatever is stored', () => {
		const odd = fc.oneof(
			fc.string(),
			fc.json(),
			fc.anything().map((value) => JSON.stringify({ [HERE]: [value, { ...kept, draft: value }] }))
		);
		fc.assert(
			fc.property(odd, (text) => {
				const { store } = makeStore();
				store.write('drafts', text ?? '');
				expect(new DraftShelf({ store, server: HERE }).kept).toEqual([]);
			})
		);
	});
});

describe('a draft that is being replaced', () => {
	async function makeReloadable(options: Omit<SampleActionsOptions, 'shelf'> = {}) {
		const { store, storage } = makeStore();
		const acting = await makeSampleActions({
			...options,
			shelf: new DraftShelf({ store, server: HERE })
		});
		const { id, draft: old } = acting.chatLike(({ draft }) => draft && !draft.attachments);
		return {
			...acting,
			id,
			old,
			storage,
			reload: () => new DraftShelf({ store, server: HERE }).kept
		};
	}

	test('is on the shelf from before the first request until after the second', async () => {
		const { actions, control, id, old, reload } = await makeReloadable();
		const there: unknown[] = [];
		control.mishap = (_request, send) => {
			there.push(...reload().map((one) => one.draft));
			return send();
		};
		await actions.perform(draftWrite(id, 'New'));
		expect(there).toEqual([old, old]);
		expect(reload()).toEqual([]);
	});

	test('is offered again by the page that comes after', async () => {
		const before = await makeReloadable({ mishap: () => new Promise(() => {}) });
		void before.actions.perform(draftWrite(before.id, 'New'));
		await expect.poll(before.reload).toHaveLength(1);

		const store = createTextStore(() => before.storage);
		const after = await makeSampleActions({ shelf: new DraftShelf({ store, server: HERE }) });
		const { drafts } = after.actions;
		// Nothing was cleared: the draft is where it was.
		expect(drafts.rescued(before.id)).toEqual([]);
		after.inbox.store.put([{ ...after.chatLike(({ id }) => id === before.id), draft: null }]);
		expect(drafts.rescued(before.id)).toMatchObject([{ draft: before.old, cause: 'left' }]);
		if (before.old) drafts.forget(before.id, before.old);
		expect([drafts.rescued(before.id), before.storage.length]).toEqual([[], 0]);
	});

	test('stays on the shelf after a failure, until it is put back', async () => {
		const { actions, control, id, old, reload } = await makeReloadable();
		control.mishap = (request, send) => {
			control.mishap = loseRequest;
			return send();
		};
		await actions.perform(draftWrite(id, 'New'));
		expect(reload().map((one) => one.draft)).toEqual([old]);
		control.mishap = (_request, send) => send();
		await actions.perform(draftWrite(id, old?.markdown ?? ''));
		expect(reload()).toEqual([]);
	});

	test('is erased by signing out, although the request ends after that', async () => {
		const { actions, control, id, storage } = await makeReloadable();
		let end: () => void = () => {};
		control.mishap = (request) =>
			new Promise((_resolve, reject) => {
				end = () => reject(new TypeError('fetch failed'));
				request.signal.addEventListener('abort', end);
			});
		const replacing = actions.perform(draftWrite(id, 'New'));
		await expect.poll(() => storage.length).toBe(1);
		actions.drafts.erase();
		end();
		await replacing;
		expect(storage.length).toBe(0);
	});
});
