import { expect, test } from 'vitest';
import { VERSIONS, type Version } from '$lib/sample/create-server';
import { ask, makeSampleServer, type Question } from '../../fixtures/sample';

const NEWER: readonly (readonly [Version, string, Question])[] = [
	['4.2.557', '/v1/info', { token: null }],
	['4.2.557', '/.well-known/oauth-authorization-server', { token: null }],
	['4.2.557', '/v1/chats/1/messages/100001/reactions?reactionKey=x', { method: 'DELETE' }],
	['4.2.808', '/v1/chats/1/messages/100001/reactions/x', { method: 'DELETE' }],
	['4.2.808', '/v1/chats/1', { method: 'PATCH', body: {} }],
	['4.2.808', '/v1/chats/1/read', { method: 'POST' }],
	['4.2.808', '/v1/chats/start', { method: 'POST', body: {} }]
];

test.for(NEWER)('since %s there is %s', async ([since, path, question]) => {
	for (const version of VERSIONS) {
		const { server } = makeSampleServer({ version });
		const { json } = await ask(server, path, question);
		const isMissing = VERSIONS.indexOf(version) < VERSIONS.indexOf(since);
		expect([version, JSON.stringify(json).includes('Not found')]).toEqual([version, isMissing]);
	}
});

test.for([
	['4.1.294', false, 'number'],
	['4.2.557', false, 'number'],
	['4.2.808', true, 'number'],
	['4.3.73', true, 'string']
] as const)('%s: chats are rich: %s, sort keys are a %s', async ([version, isRich, type]) => {
	const { server } = makeSampleServer({ version });
	const { json } = await ask(server, '/v1/chats/1');
	for (const name of ['network', 'capabilities', 'draft', 'isLowPriority'])
		expect([name, Object.hasOwn(Object(json), name)]).toEqual([name, isRich]);
	expect(json).toHaveProperty(
		'lastReadMessageSortKey',
		type === 'number' ? expect.any(Number) : expect.any(String)
	);
});

test.for([
	['4.2.557', ['accountID', 'network', 'user']],
	['4.2.785', ['accountID', 'bridge', 'network', 'user']],
	['4.2.808', ['accountID', 'bridge', 'network', 'user']],
	['4.2.842', ['accountID', 'bridge', 'loginID', 'network', 'status', 'user']],
	['4.3.73', ['accountID', 'bridge', 'loginID', 'network', 'status', 'user']]
] as const)('%s: accounts have %j', async ([version, names]) => {
	const { json } = await ask(makeSampleServer({ version }).server, '/v1/accounts');
	expect(Object.keys(Object(json)[0]).toSorted()).toEqual(names);
});

test('older servers call the message of an error error', async () => {
	const { server } = makeSampleServer({ version: '4.2.808' });
	const { status, json } = await ask(server, '/v1/chats', { token: null });
	expect([status, json]).toEqual([401, { error: expect.any(String), code: 'UNAUTHORIZED' }]);
});

test.for([
	['iso', { remindAt: '2026-09-01T09:00:00Z' }, { remindAtMs: 0 }],
	['ms', { remindAtMs: Date.UTC(2026, 8, 1, 9) }, { remindAt: '2026-09-01T09:00:00Z' }]
] as const)(
	'reminders are spelt %s in every version when told so',
	async ([reminders, right, wrong]) => {
		for (const version of VERSIONS) {
			const { server } = makeSampleServer({ version, chats: 5, behaviour: { reminders } });
			async function remind(reminder: object) {
				const question = { method: 'POST', body: { reminder } };
				return (await ask(server, '/v1/chats/1/reminders', question)).status;
			}
			expect([version, await remind(wrong), await remind(right)]).toEqual([version, 422, 204]);
		}
	}
);

test('before 4.2.808 reminders are set in milliseconds', async () => {
	const { server, world } = makeSampleServer({ version: '4.2.557' });
	function remind(reminder: object) {
		return ask(server, '/v1/chats/1/reminders', { method: 'POST', body: { reminder } });
	}
	expect((await remind({ remindAt: '2026-09-01T09:00:00Z' })).status).toBe(422);
	expect((await remind({ remindAtMs: Date.UTC(2026, 8, 1, 9) })).status).toBe(204);
	expect(world.find('1')?.chat.reminder?.remindAt).toBe('2026-09-01T09:00:00.000Z');
});
