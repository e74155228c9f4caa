import { expect, test } from 'vitest';
import { SourceError } from '$lib/domain/source';
import {
	draftWrite,
	isPlain,
	loseAnswer,
	makeSampleActions,
	type Mishap
} from '../fixtures/sample-actions';

/** The nth write goes wrong, the others do not. */
function nth(number: number, mishap: Mishap): Mishap {
	let count = 0;
	return (request, send) => (++count === number ? mishap(request, send) : send());
}

async function refuse(): Promise<Response> {
	return Response.json({ message: 'No' }, { status: 502 });
}

async function bodies(sent: readonly Request[]): Promise<unknown[]> {
	return Promise.all(sent.map((request) => request.clone().json()));
}

test('a first draft is one request', async () => {
	const { actions, chatLike, inbox, sent } = await makeSampleActions();
	const { id } = chatLike(isPlain);
	await actions.perform(draftWrite(id, 'Hello'));
	expect(await bodies(sent)).toEqual([{ draft: { text: 'Hello' } }]);
	expect(inbox.find(id)?.draft?.text).toBe('Hello');
});

test('replacing a draft is two, and shows the new one at once', async () => {
	const { actions, chatLike, inbox, sent } = await makeSampleActions();
	const { id } = chatLike(({ draft }) => draft);
	const replacing = actions.perform(draftWrite(id, 'New'));
	expect(inbox.find(id)?.draft?.text).toBe('New');
	expect(await replacing).toMatchObject({ kind: 'done' });
	expect(await bodies(sent)).toEqual([{ draft: null }, { draft: { text: 'New' } }]);
	expect(actions.drafts.rescued(id)).toBeUndefined();
});

test('when the second request fails, the old draft is kept and can be put back', async () => {
	const { actions, chatLike, inbox, atServer, control } = await makeSampleActions({
		mishap: nth(2, refuse)
	});
	const before = chatLike(({ draft }) => draft && !draft.attachments);
	expect(await actions.perform(draftWrite(before.id, 'New'))).toMatchObject({ kind: 'failed' });
	expect(inbox.find(before.id)?.draft).toBeNull();
	const rescued = actions.drafts.rescued(before.id);
	expect(rescued).toEqual(before.draft);
	control.mishap = (_request, send) => send();
	await actions.perform(draftWrite(before.id, rescued?.text ?? ''));
	expect((await atServer(before.id)).draft).toEqual(before.draft);
	expect(actions.drafts.rescued(before.id)).toBeUndefined();
});

test('when only the answer to the second is lost, there is nothing to rescue', async () => {
	const { actions, chatLike } = await makeSampleActions({ mishap: nth(2, loseAnswer) });
	const { id } = chatLike(({ draft }) => draft);
	expect(await actions.perform(draftWrite(id, 'New'))).toMatchObject({
		kind: 'unknown',
		found: true
	});
	expect(actions.drafts.rescued(id)).toBeUndefined();
});

test('when the first request fails, the second is not sent and the old draft stays', async () => {
	const { actions, chatLike, inbox, sent } = await makeSampleActions({ mishap: nth(1, refuse) });
	const before = chatLike(({ draft }) => draft);
	await actions.perform(draftWrite(before.id, 'New'));
	expect(sent).toHaveLength(1);
	expect(inbox.find(before.id)?.draft).toEqual(before.draft);
	expect(actions.drafts.rescued(before.id)).toBeUndefined();
});

test('what is rescued is what was there, not what the page knew of', async () => {
	const { actions, chatLike, world } = await makeSampleActions({ mishap: nth(2, refuse) });
	const { id } = chatLike(({ draft }) => draft);
	const record = world.find(id);
	if (record) record.chat.draft = { text: 'Typed in Beeper meanwhile' };
	await actions.perform(draftWrite(id, 'New'));
	expect(actions.drafts.rescued(id)?.text).toBe('Typed in Beeper meanwhile');
});

test('undoing a replaced draft brings back the old one', async () => {
	const { actions, activity, chatLike, clock, atServer } = await makeSampleActions();
	const before = chatLike(({ draft }) => draft && !draft.attachments);
	await actions.perform(draftWrite(before.id, 'New'));
	await actions.undo(activity.latestDeed(clock.now) ?? 0);
	expect((await atServer(before.id)).draft).toEqual(before.draft);
});

test('a draft that held files cannot be brought back, so its replacement cannot be undone', async () => {
	const { actions, activity, chatLike, clock, world, inbox, source } = await makeSampleActions();
	const { id } = chatLike(({ draft }) => draft);
	const record = world.find(id);
	const attachments = { a: { id: 'a', type: 'file' as const, fileName: 'a.pdf' } };
	if (record) record.chat.draft = { text: 'With a file', attachments };
	await inbox.load(source);
	await actions.perform(draftWrite(id, 'New'));
	expect(activity.latestDeed(clock.now)).toBeUndefined();
});

test('when nobody knows whether the old draft was cleared, it is kept', async () => {
	const { actions, chatLike, control, source } = await makeSampleActions();
	const { id, draft } = chatLike(({ draft }) => draft && !draft.attachments);
	control.mishap = loseAnswer;
	source.chat = () => Promise.reject(new SourceError('unreachable'));
	const outcome = await actions.perform(draftWrite(id, 'New'));
	expect(outcome).toMatchObject({ kind: 'unknown', found: undefined });
	expect(actions.drafts.rescued(id)).toEqual(draft);
});
