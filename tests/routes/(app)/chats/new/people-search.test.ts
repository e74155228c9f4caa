import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContactPage, ContactSource, Page } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { User } from '$lib/domain/chat/participant';
import { PeopleSearch } from '../../../../../src/routes/(app)/chats/new/people-search.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function contactPage(ids: readonly string[], next?: string): ContactPage {
	const items = ids.map((id): User => ({ id }));
	return { items, parseIssues: [], ...(next !== undefined && { next }) };
}

function makeContacts(overrides: Partial<ContactSource> = {}): ContactSource {
	return {
		contacts: async () => contactPage(['bob', 'eve']),
		findContacts: async () => contactPage([]),
		...overrides
	};
}

function listFoundIDs(people: PeopleSearch) {
	return people.found.map(({ id }) => id);
}

test('an account’s people come at once, without searching its network', async () => {
	const findContacts = vi.fn<ContactSource['findContacts']>();
	const people = new PeopleSearch(makeContacts({ findContacts }));
	await people.search('whatsapp', '');
	expect(listFoundIDs(people)).toEqual(['bob', 'eve']);
	expect(people.phase).toEqual({ name: 'ready' });
	expect(findContacts).not.toHaveBeenCalled();
});

test('asks once for what was typed quickly', async () => {
	const contacts = vi.fn<ContactSource['contacts']>(async () => contactPage([]));
	const people = new PeopleSearch(makeContacts({ contacts }));
	await people.search('whatsapp', '');
	const searches = ['a', 'ad', ' ada '].map((text) => people.search('whatsapp', text));
	await vi.runAllTimersAsync();
	await Promise.all(searches);
	const asked = contacts.mock.calls.map(([, text]) => text);
	expect(asked).toEqual(['', 'ada']);
});

test('an answer to an earlier question is not shown', async () => {
	let answerLate: (page: ContactPage) => void = () => {};
	const late = new Promise<ContactPage>((resolve) => (answerLate = resolve));
	const contacts = vi.fn<ContactSource['contacts']>(async (_, text) =>
		text === 'old' ? late : contactPage([`found ${text}`])
	);
	const people = new PeopleSearch(makeContacts({ contacts }));
	await people.search('whatsapp', '');
	const first = people.search('whatsapp', 'old');
	await vi.runAllTimersAsync();
	const second = people.search('whatsapp', 'new');
	await vi.runAllTimersAsync();
	await second;
	answerLate(contactPage(['found late']));
	await first;
	expect(listFoundIDs(people)).toEqual(['found new']);
});

test('whom the network finds is added, each person once', async () => {
	const found: Page<User> = contactPage(['eve', 'zoe']);
	const people = new PeopleSearch(makeContacts({ findContacts: async () => found }));
	await people.search('whatsapp', 'e');
	expect(listFoundIDs(people)).toEqual(['bob', 'eve', 'zoe']);
});

test('when the network cannot be searched, people known to Beeper are still found', async () => {
	const error = new SourceError('network-failed');
	const people = new PeopleSearch(makeContacts({ findContacts: () => Promise.reject(error) }));
	await people.search('whatsapp', 'e');
	expect([people.phase, people.lookUpError]).toEqual([{ name: 'ready' }, error]);
	expect(listFoundIDs(people)).toEqual(['bob', 'eve']);
});

test('without a response the search fails, shows no people, and can be retried', async () => {
	const error = new SourceError('unreachable');
	const contacts = vi.fn<ContactSource['contacts']>(async () => contactPage(['bob']));
	const people = new PeopleSearch(makeContacts({ contacts }));
	await people.search('whatsapp', '');
	contacts.mockRejectedValueOnce(error);
	people.search('whatsapp', '');
	await vi.runAllTimersAsync();
	expect([people.phase, listFoundIDs(people)]).toEqual([{ name: 'failed', error }, []]);
	await people.retry();
	expect([people.phase, listFoundIDs(people)]).toEqual([{ name: 'ready' }, ['bob']]);
});

test('people of another account are not shown meanwhile', async () => {
	const people = new PeopleSearch(makeContacts());
	await people.search('whatsapp', '');
	void people.search('signal', '');
	expect(listFoundIDs(people)).toEqual([]);
});

test('goes on page by page, until the server comes back to a place', async () => {
	const pages = new Map<string | undefined, ContactPage>([
		[undefined, contactPage(['a'], '1')],
		['1', contactPage(['b'], '2')],
		['2', contactPage(['b', 'c'], '1')]
	]);
	const contacts: ContactSource['contacts'] = async (_account, _text, cursor) =>
		pages.get(cursor) ?? contactPage([]);
	const people = new PeopleSearch(makeContacts({ contacts }));
	await people.search('whatsapp', '');
	await people.loadMore();
	expect([listFoundIDs(people), people.hasMore]).toEqual([['a', 'b'], true]);
	await people.loadMore();
	expect([listFoundIDs(people), people.hasMore]).toEqual([['a', 'b', 'c'], false]);
});

test('a page that failed is tried again, and those before it stay', async () => {
	const contacts = vi
		.fn<ContactSource['contacts']>()
		.mockResolvedValueOnce(contactPage(['a'], '1'))
		.mockRejectedValueOnce(new SourceError('timed-out'))
		.mockResolvedValueOnce(contactPage(['b']));
	const people = new PeopleSearch(makeContacts({ contacts }));
	await people.search('whatsapp', '');
	await people.loadMore();
	expect([people.phase.name, listFoundIDs(people)]).toEqual(['failed', ['a']]);
	await people.retry();
	expect(listFoundIDs(people)).toEqual(['a', 'b']);
	expect(contacts.mock.lastCall?.[2]).toBe('1');
});

test('a bug is thrown', async () => {
	const people = new PeopleSearch(
		makeContacts({ contacts: () => Promise.reject(new TypeError('bug')) })
	);
	await expect(people.search('whatsapp', '')).rejects.toThrow('bug');
});
