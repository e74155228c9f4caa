import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pack, unpack } from '$lib/cache/serialize';
import { getSalt } from '$lib/cache/database';
import { createEncryption } from '$lib/cache/encryption';
import { isHeader } from '$lib/cache/database-store';
import { makeChat } from '../../fixtures/chats';
import {
	ACCOUNTS,
	AT,
	chunkCount,
	contents,
	makeChats,
	NOTHING,
	OWNER,
	recall,
	startAfresh,
	tamper,
	visit
} from '../../fixtures/database';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('at rest', () => {
	test('nothing is legible: no name, text, token or address, and the key is not there', async () => {
		const secrets = ['Aunt Agatha', 'Meet me at noon', 'whatsapp', OWNER.token, 'localhost'];
		const preview = { id: '1', text: 'Meet me at noon', attachments: [] };
		await visit().save([makeChat({ title: 'Aunt Agatha', preview })], ACCOUNTS, AT);
		const everything = await contents();
		const bytes = everything.map(({ key, value }) => {
			const [plain, sealed] = isHeader(value)
				? [{ ...value, sealed: 0 }, value.sealed]
				: [0, value];
			if (!(sealed instanceof Uint8Array)) throw new Error('Not sealed');
			return JSON.stringify([key, plain]) + Buffer.from(sealed).toString('latin1');
		});
		expect(everything.map(({ store }) => store)).toEqual(['chunks', 'heads', 'salts']);
		for (const secret of secrets) expect(bytes.join('\n')).not.toContain(secret);
	});

	test('another token or address finds nothing, and leaves alone what is there', async () => {
		await visit().save(makeChats(1), ACCOUNTS, AT);
		expect(await recall(visit({ token: 'another' }))).toEqual(NOTHING);
		expect(await recall(visit({ address: 'http://elsewhere:23373' }))).toEqual(NOTHING);
		expect((await recall(visit())).chats).toHaveLength(1);
	});

	test('each server and token has its own', async () => {
		const [a, b] = [makeChat({ title: 'A' }), makeChat({ title: 'B' })];
		await visit().save([a], ACCOUNTS, AT);
		await visit({ token: 'another' }).save([b], [], AT);
		expect((await recall(visit())).chats).toEqual([a]);
		expect((await recall(visit({ token: 'another' }))).chats).toEqual([b]);
	});

	test('caches unused for a month are deleted with their chunks', async () => {
		await visit({ token: 'of long ago' }).save(makeChats(300), ACCOUNTS, AT - 31 * 86_400_000);
		await visit().save(makeChats(1), ACCOUNTS, AT);
		expect(await recall(visit({ token: 'of long ago' }))).toEqual(NOTHING);
		expect(await chunkCount()).toBe(1);
	});
});

describe('what is damaged', () => {
	/** Changes one stored value of a store. */
	async function damage(store: 'heads' | 'chunks', change: (value: unknown) => unknown) {
		await tamper(async (database) => {
			const [key] = store === 'heads' ? await database.getAllKeys(store) : [];
			if (key !== undefined)
				return database.put('heads', change(await database.get('heads', key)), key);
			const [first] = await database.getAllKeys('chunks');
			if (!first) throw new Error('There is no chunk');
			return database.put('chunks', change(await database.get('chunks', first)), first);
		});
	}

	function flip(value: unknown): unknown {
		if (!(value instanceof Uint8Array)) throw new Error('Not sealed');
		return value.with(20, (value[20] ?? 0) ^ 1);
	}

	test.each<[string, 'heads' | 'chunks', (value: unknown) => unknown]>([
		['a changed byte', 'chunks', flip],
		['something else in its place', 'chunks', () => 'x'],
		['almost nothing left', 'chunks', () => new Uint8Array(3)],
		['no head but a text', 'heads', () => 'x'],
		['a head without its list', 'heads', () => ({ at: AT, marks: [1], sealed: null })],
		['another time on the head', 'heads', (head) => isHeader(head) && { ...head, at: AT + 1 }],
		['a changed head', 'heads', (head) => isHeader(head) && { ...head, sealed: flip(head.sealed) }]
	])('%s: nothing is shown, and all of it is erased', async (_title, store, change) => {
		await visit().save(makeChats(100), ACCOUNTS, AT);
		await damage(store, change);
		expect(await recall(visit())).toEqual(NOTHING);
		expect((await contents()).map((entry) => entry.store)).toEqual(['salts']);
		expect(await visit().save(makeChats(2), ACCOUNTS, AT)).toBe('saved');
		expect((await recall(visit())).chats).toHaveLength(2);
	});

	test('a chunk put in the place of another is not taken for it', async () => {
		await visit().save(makeChats(1500), ACCOUNTS, AT);
		await tamper(async (database) => {
			const keys = await database.getAllKeys('chunks');
			const values = await database.getAll('chunks');
			for (const [place, key] of keys.entries()) {
				await database.put('chunks', values[(place + 1) % values.length], key);
			}
		});
		expect(await recall(visit())).toEqual(NOTHING);
		expect(await chunkCount()).toBe(0);
	});

	// In version 2, the last message of a group did not tell whether it mentions the user.
	test.for([0, 2])('what version %i wrote is erased', async (version) => {
		await visit().save(makeChats(1), ACCOUNTS, AT);
		await tamper(async (database) => {
			const lock = await createEncryption(OWNER, await getSalt(database));
			const head = await database.get('heads', lock.name);
			if (!isHeader(head)) throw new Error('There is no head');
			const place = JSON.stringify([head.at, head.marks]);
			const packed = await lock.open(head.sealed, place);
			const cover = packed && (await unpack(packed));
			const older = { ...Object(cover), version };
			await database.put(
				'heads',
				{ ...head, sealed: await lock.seal(await pack(older), place) },
				lock.name
			);
		});
		expect(await recall(visit())).toEqual(NOTHING);
		expect(await chunkCount()).toBe(0);
	});
});
