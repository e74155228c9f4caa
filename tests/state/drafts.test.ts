import { describe, expect, test } from 'vitest';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeDrafts, NEW, nth, refuse } from '../fixtures/drafts';
import { draftWrite, isPlain, loseAnswer, makeSampleActions } from '../fixtures/sample-actions';

async function bodies(sent: readonly Request[]): Promise<unknown[]> {
	return Promise.all(sent.map((request) => request.clone().json()));
}

test('a first draft is one request', async () => {
	const { mutations, chatLike, inbox, sent } = await makeSampleActions();
	const { id } = chatLike(isPlain);
	await mutations.perform(draftWrite(id, 'Hello'));
	expect(await bodies(sent)).toEqual([{ draft: { text: 'Hello' } }]);
	expect(inbox.find(id)?.draft?.text).toBe('Hello');
});

describe('replacing a draft', () => {
	test('is two requests, and shows the new one at once', async () => {
		const { mutations, id, inbox, recovered, sent } = await makeDrafts();
		const replacing = mutations.perform(draftWrite(id, NEW));
		expect(inbox.find(id)?.draft?.text).toBe(NEW);
		expect(await replacing).toMatchObject({ kind: 'done' });
		expect(await bodies(sent)).toEqual([{ draft: null }, { draft: { text: NEW } }]);
		expect(recovered()).toEqual([]);
	});

	test('keeps the old one when the second request fails, to be put back', async () => {
		const { mutations, atServer, id, inbox, mend, old, recovered } = await makeDrafts({
			mishap: nth(2, refuse),
			draft: { text: 'See <strong>you</strong>' }
		});
		expect(await mutations.perform(draftWrite(id, NEW))).toMatchObject({
			kind: 'unknown',
			found: false
		});
		expect(inbox.find(id)?.draft).toBeNull();
		expect(recovered()).toEqual([old]);
		mend();
		await mutations.perform(draftWrite(id, recovered()[0]?.markdown ?? ''));
		expect((await atServer(id)).draft).toEqual(old);
		expect(recovered()).toEqual([]);
	});

	test('keeps nothing when only the answer to the second is lost', async () => {
		const { mutations, id, recovered } = await makeDrafts({ mishap: nth(2, loseAnswer) });
		const outcome = await mutations.perform(draftWrite(id, NEW));
		expect(outcome).toMatchObject({ kind: 'unknown', found: true });
		expect(recovered()).toEqual([]);
	});

	test('ends with the first request when that fails, and the old draft stays', async () => {
		const { mutations, id, inbox, old, recovered, sent } = await makeDrafts({
			mishap: nth(1, refuse)
		});
		await mutations.perform(draftWrite(id, NEW));
		expect(sent).toHaveLength(1);
		expect([inbox.find(id)?.draft, recovered()]).toEqual([old, []]);
	});

	test('keeps what was there, not what the page knew of', async () => {
		const { mutations, id, recovered, world } = await makeDrafts({ mishap: nth(2, refuse) });
		const record = world.find(id);
		if (record) record.chat.draft = { text: 'Typed in Beeper meanwhile' };
		await mutations.perform(draftWrite(id, NEW));
		expect(recovered().map(({ text }) => text)).toEqual(['Typed in Beeper meanwhile']);
	});

	test('keeps the old draft while it is unknown whether it was cleared', async () => {
		const { mutations, control, id, inbox, old, recovered, source } = await makeDrafts();
		control.mishap = loseAnswer;
		const read = source.chat;
		source.chat = () => Promise.reject(new SourceError('unreachable'));
		const outcome = await mutations.perform(draftWrite(id, NEW));
		expect(outcome).toMatchObject({ kind: 'unknown', found: undefined });
		// The chat still has it as its draft.
		expect([inbox.find(id)?.draft, recovered()]).toEqual([old, []]);
		source.chat = read;
		inbox.store.put([(await read(id, new AbortController().signal)).chat]);
		expect([inbox.find(id)?.draft, recovered()]).toEqual([null, [old]]);
	});

	test('keeps the old one when a bug ends it', async () => {
		const { mutations, id, old, recovered } = await makeDrafts({
			mishap: nth(2, () => Promise.reject(new RangeError('bug')))
		});
		await expect(mutations.perform(draftWrite(id, NEW))).rejects.toThrow(RangeError);
		expect(recovered()).toEqual([old]);
	});

	test('loses none of two when putting the old one back fails too', async () => {
		const { mutations, control, id, inbox, mend, old, recovered, source, world } = await makeDrafts(
			{
				mishap: nth(2, refuse)
			}
		);
		await mutations.perform(draftWrite(id, NEW));
		const record = world.find(id);
		if (record) record.chat.draft = { text: 'Typed meanwhile' };
		await inbox.load(source);
		control.mishap = nth(2, refuse);
		await mutations.perform(draftWrite(id, old?.markdown ?? ''));
		expect(recovered().map(({ text }) => text)).toEqual([old?.text, 'Typed meanwhile']);
		mend();
		await mutations.perform(draftWrite(id, 'Typed meanwhile'));
		expect(recovered()).toEqual([old]);
	});

	test('with the same again, and with what was wanted, there is nothing to rescue', async () => {
		const { mutations, id, mend, recovered } = await makeDrafts({ mishap: nth(2, refuse) });
		await mutations.perform(draftWrite(id, NEW));
		mend();
		await mutations.perform(draftWrite(id, NEW));
		expect(recovered()).toEqual([]);
	});
});

test('a recovered draft is forgotten when the person wants that', async () => {
	const { mutations, id, old, recovered } = await makeDrafts({ mishap: nth(2, refuse) });
	await mutations.perform(draftWrite(id, NEW));
	if (old) mutations.drafts.forget(id, old);
	expect(recovered()).toEqual([]);
});
