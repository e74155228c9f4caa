import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraftStorage } from '$lib/state/drafts.svelte';
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

describe('the storage of drafts', () => {
	test('keeps drafts over a reload', () => {
		const { store } = makeStore();
		new DraftStorage({ store, server: HERE }).replace([kept]);
		expect(new DraftStorage({ store, server: HERE }).drafts).toEqual([kept]);
	});

	test('keeps drafts when the server is reached at another address', () => {
		const { store, storage } = makeStore();
		const drafts = new DraftStorage({ store, server: HERE });
		drafts.replace([kept]);
		const relay = 'http://localhost:23323/beeper';
		drafts.moveTo(relay);
		expect(new DraftStorage({ store, server: relay }).drafts).toEqual([kept]);
		expect(new DraftStorage({ store, server: HERE }).drafts).toEqual([]);
		drafts.replace([]);
		expect(storage).toHaveLength(0);
	});

	test('keeps the drafts of two servers apart', () => {
		const { store, storage } = makeStore();
		const [here, there] = [
			new DraftStorage({ store, server: HERE }),
			new DraftStorage({ store, server: 'sample' })
		];
		here.replace([kept]);
		there.replace([{ ...kept, chatID: '!b' }]);
		expect(new DraftStorage({ store, server: HERE }).drafts).toEqual([kept]);
		here.replace([]);
		expect(new DraftStorage({ store, server: 'sample' }).drafts).toHaveLength(1);
		there.replace([]);
		expect(storage.length).toBe(0);
	});

	test('when erased leaves nothing behind, not even what comes late', () => {
		const { store, storage } = makeStore();
		const storedDrafts = new DraftStorage({ store, server: HERE });
		storedDrafts.replace([kept]);
		storedDrafts.erase();
		storedDrafts.replace([kept]);
		expect([storedDrafts.drafts, storage.length]).toEqual([[], 0]);
	});

	test('keeps drafts in memory where nothing can be stored', () => {
		const full = Object.assign(makeStorage(), {
			setItem() {
				throw new DOMException('full', 'QuotaExceededError');
			}
		});
		const storedDrafts = new DraftStorage({ store: createTextStore(() => full), server: HERE });
		storedDrafts.replace([kept]);
		expect(storedDrafts.drafts).toEqual([kept]);
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
				expect(new DraftStorage({ store, server: HERE }).drafts).toEqual([]);
			})
		);
	});
});

describe('a draft that is being replaced', () => {
	async function makeReloadable(options: Omit<SampleActionsOptions, 'draftStorage'> = {}) {
		const { store, storage } = makeStore();
		const acting = await makeSampleActions({
			...options,
			draftStorage: new DraftStorage({ store, server: HERE })
		});
		const { id, draft: old } = acting.chatLike(({ draft }) => draft && !draft.attachments);
		return {
			...acting,
			id,
			old,
			storage,
			reload: () => new DraftStorage({ store, server: HERE }).drafts
		};
	}

	test('is in the storage from before the first request until after the second', async () => {
		const { mutations, control, id, old, reload } = await makeReloadable();
		const there: unknown[] = [];
		control.mishap = (_request, send) => {
			there.push(...reload().map((one) => one.draft));
			return send();
		};
		await mutations.perform(draftWrite(id, 'New'));
		expect(there).toEqual([old, old]);
		expect(reload()).toEqual([]);
	});

	test('is offered again by the page that comes after', async () => {
		const before = await makeReloadable({ mishap: () => new Promise(() => {}) });
		void before.mutations.perform(draftWrite(before.id, 'New'));
		await expect.poll(before.reload).toHaveLength(1);

		const store = createTextStore(() => before.storage);
		const after = await makeSampleActions({
			draftStorage: new DraftStorage({ store, server: HERE })
		});
		const { drafts } = after.mutations;
		// Nothing was cleared, so the draft still exists.
		expect(drafts.getRecovered(before.id)).toEqual([]);
		after.inbox.store.put([{ ...after.chatLike(({ id }) => id === before.id), draft: null }]);
		expect(drafts.getRecovered(before.id)).toMatchObject([{ draft: before.old, cause: 'left' }]);
		if (before.old) drafts.forget(before.id, before.old);
		expect([drafts.getRecovered(before.id), before.storage.length]).toEqual([[], 0]);
	});

	test('stays in the storage after a failure, until it is put back', async () => {
		const { mutations, control, id, old, reload } = await makeReloadable();
		control.mishap = (request, send) => {
			control.mishap = loseRequest;
			return send();
		};
		await mutations.perform(draftWrite(id, 'New'));
		expect(reload().map((one) => one.draft)).toEqual([old]);
		control.mishap = (_request, send) => send();
		await mutations.perform(draftWrite(id, old?.markdown ?? ''));
		expect(reload()).toEqual([]);
	});

	test('is erased by signing out, although the request ends after that', async () => {
		const { mutations, control, id, storage } = await makeReloadable();
		let end: () => void = () => {};
		control.mishap = (request) =>
			new Promise((_resolve, reject) => {
				end = () => reject(new TypeError('fetch failed'));
				request.signal.addEventListener('abort', end);
			});
		const replacing = mutations.perform(draftWrite(id, 'New'));
		await expect.poll(() => storage.length).toBe(1);
		mutations.drafts.erase();
		end();
		await replacing;
		expect(storage.length).toBe(0);
	});
});
