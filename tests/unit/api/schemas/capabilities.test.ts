import { describe, expect, test } from 'vitest';
import { createCapabilityReader, writeCapabilities } from '$lib/api/schemas/capabilities';
import { makeCapabilitiesPayload } from '../../../fixtures/payloads';
import fc from 'fast-check';
import { anyCapabilities } from '../../../fixtures/snapshots';

function read(raw: unknown) {
	return createCapabilityReader()(raw);
}

describe('reading capabilities', () => {
	test('keeps every documented field, levels as words', () => {
		const { value, findings } = read(makeCapabilitiesPayload());
		expect(findings).toEqual([]);
		expect(value).toEqual({
			...makeCapabilitiesPayload(),
			attachments: {
				'm.image': {
					mimeTypes: { 'image/jpeg': 'full', 'image/*': 'partial' },
					caption: 'full',
					maxCaptionLength: 1024,
					maxHeight: 4096,
					maxWidth: 4096,
					maxSize: 104857600,
					viewOnce: true
				},
				'org.matrix.msc3245.voice': {
					mimeTypes: { 'audio/ogg': 'rejected' },
					caption: 'dropped',
					maxDuration: 600
				}
			},
			delete: 'full',
			edit: 'full',
			formatting: {
				bold: 'full',
				'code_block.syntax_highlighting': 'unsupported',
				headers: 'partial'
			},
			locationMessage: 'full',
			messageRequest: { acceptWithButton: 'full', acceptWithMessage: 'unsupported' },
			participantActions: {
				ban: 'rejected',
				invite: 'full',
				kick: 'partial',
				leave: 'full',
				revokeInvite: 'unsupported'
			},
			poll: 'partial',
			reaction: 'full',
			reply: 'full',
			state: {
				avatar: { level: 'full' },
				description: { level: 'partial' },
				disappearingTimer: { level: 'unsupported' },
				title: { level: 'rejected' }
			},
			thread: 'unsupported'
		});
	});

	test('leaves silence silent', () => {
		expect(read({}).value).toEqual({});
		expect(read({ state: {}, attachments: {} }).value).toEqual({ state: {}, attachments: {} });
	});

	test.for([
		['a level out of range', { edit: 3 }, 'edit', 'another number'],
		['a level between levels', { edit: 0.5 }, 'edit', 'another number'],
		['a level as a word', { formatting: { bold: 'full' } }, 'formatting.bold', 'another text'],
		['a flag as a number', { archive: 1 }, 'archive', 'another number'],
		['a limit below zero', { editMaxAge: -1 }, 'editMaxAge', 'another number'],
		['a limit without end', JSON.parse('{"editMaxAge":1e999}'), 'editMaxAge', 'another number'],
		['a list for an object', { attachments: [] }, 'attachments', 'a list'],
		[
			'an odd timer',
			{ disappearingTimer: { timers: ['1d'] } },
			'disappearingTimer.timers.0',
			'another text'
		]
	] as const)('counts %s and goes without it', ([, raw, path, found]) => {
		const { value, findings } = read({ ...raw, reply: 2 });
		expect(findings).toEqual([{ path, found }]);
		expect(value).toMatchObject({ reply: 'full' });
		expect(value).not.toHaveProperty('other');
	});

	test('keeps fields it does not know, at any depth, as they were reported', () => {
		const { value, findings } = read({
			edit: 2,
			voiceRoom: { level: 2 },
			state: { theme: { level: 1 }, title: { level: 2, since: 'v5' } },
			attachments: { 'm.image': { mimeTypes: {}, maxCount: 10 } },
			disappearingTimer: { types: ['afterDinner'] }
		});
		expect(findings).toEqual([]);
		expect(value).toEqual({
			edit: 'full',
			state: { title: { level: 'full' } },
			attachments: { 'm.image': { mimeTypes: {} } },
			disappearingTimer: { types: ['afterDinner'] },
			other: {
				voiceRoom: { level: 2 },
				'state.theme': { level: 1 },
				'state.title.since': 'v5',
				'attachments.m.image.maxCount': 10
			}
		});
	});

	test('gives equal answers one frozen object, whatever their order', () => {
		const reader = createCapabilityReader();
		const { value } = reader({ edit: 2, formatting: { bold: 2, italic: 1 }, news: [1] });
		const same = { news: [1], formatting: { italic: 1, bold: 2 }, edit: 2 };
		expect(reader(same).value).toBe(value);
		expect(reader({ ...same }).value).toBe(value);
		expect(reader({ ...same, edit: 1 }).value).not.toBe(value);
		expect(Object.isFrozen(value)).toBe(true);
		expect(Object.isFrozen(value?.formatting)).toBe(true);
	});

	test('reports a parse issue again for every chat that reports it', () => {
		const reader = createCapabilityReader();
		reader({ edit: 9 });
		expect(reader({ edit: 9 }).findings).toHaveLength(1);
	});

	test('cannot be used to change what all objects share', () => {
		const { value } = read(
			JSON.parse('{"__proto__":{"edit":2,"x":1},"formatting":{"__proto__":2,"constructor":2}}')
		);
		expect(value?.edit).toBeUndefined();
		expect(value?.other).toHaveProperty(['formatting.constructor'], 2);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect({}).not.toHaveProperty('x');
	});

	test('survives an answer nested deeper than the stack', () => {
		const deep: unknown = JSON.parse(
			'{"edit":2,"x":' + '['.repeat(50_000) + ']'.repeat(50_000) + '}'
		);
		expect(read(deep)).toMatchObject({
			value: undefined,
			findings: [{ path: '', found: 'an object in too many others' }]
		});
	});
});

test('capabilities are written as the API writes them', () => {
	const payload = makeCapabilitiesPayload();
	const { value } = createCapabilityReader()(payload);
	expect(value && writeCapabilities(value)).toEqual(payload);
});

test('a word in a list is no level', () => {
	expect(writeCapabilities({ edit: 'full', allowedReactions: ['full'] })).toEqual({
		edit: 2,
		allowedReactions: ['full']
	});
});

test('whatever is written reads as it was', () => {
	fc.assert(
		fc.property(anyCapabilities, (capabilities) => {
			const { value, findings } = createCapabilityReader()(writeCapabilities(capabilities));
			expect(findings).toEqual([]);
			expect(value).toEqual(capabilities);
		})
	);
});
