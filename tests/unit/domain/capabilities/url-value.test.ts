import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue } from '$lib/domain/capabilities/format-value';
import { SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import type { CapabilityValue } from '$lib/domain/capabilities/value';
import {
	isPossibleUrlValue,
	normalizeUrlValue,
	toUrlValue
} from '$lib/domain/capabilities/url-value';
import type { CapabilityRow } from '$lib/domain/capabilities/row';

describe('the word of a reading in addresses', () => {
	test.for<[CapabilityValue, string]>([
		[{ kind: 'level', level: 'partial' }, 'partial'],
		[{ kind: 'flag', value: true }, 'yes'],
		[{ kind: 'flag', value: false }, 'no'],
		[{ kind: 'limit', value: 900 }, '900'],
		[{ kind: 'limit', value: -0 }, '0'],
		[{ kind: 'list', items: [] }, 'none'],
		[{ kind: 'list', items: ['👍', '❤️'] }, '❤️,👍'],
		[{ kind: 'list', items: [86_400_000, 604_800_000] }, '86400000,604800000'],
		[{ kind: 'list', items: ['a,b', '100%'] }, '100%25,a%2Cb'],
		[{ kind: 'list', items: [604_800_000, 86_400_000, 604_800_000] }, '86400000,604800000'],
		[{ kind: 'reported', value: ['b', 'a', 'b'] }, '["a","b"]'],
		[{ kind: 'reported', value: { b: 1, a: ['x'] } }, '{"a":["x"],"b":1}'],
		[{ kind: 'unreported' }, 'unreported'],
		[{ kind: 'unstated' }, 'unstated'],
		[{ kind: 'inapplicable' }, 'inapplicable'],
		[{ kind: 'omitted', as: 'no-limit' }, 'unstated'],
		[{ kind: 'omitted', as: 'rejected' }, 'unlisted'],
		[{ kind: 'omitted', as: 'none' }, 'none'],
		[{ kind: 'omitted', as: 'any' }, 'any']
	])('%o is %s', ([reading, word]) => {
		expect(toUrlValue(reading)).toBe(word);
	});

	test('a list is never mistaken for silence', () => {
		const lists = ['any', 'none', 'unstated', 'unreported', 'inapplicable', ''];
		const words = lists.map((item) => toUrlValue({ kind: 'list', items: [item] }));
		expect(words.filter((word) => word === '' || lists.includes(word))).toEqual([]);
	});
});

const silence = fc.constantFrom<CapabilityValue>({ kind: 'unreported' }, { kind: 'inapplicable' });
const unstated = fc.constant<CapabilityValue>({ kind: 'unstated' });

function omitted(as: 'rejected' | 'none' | 'no-limit' | 'any'): fc.Arbitrary<CapabilityValue> {
	return fc.constant({ kind: 'omitted', as });
}

const level = fc
	.constantFrom(...SUPPORT_LEVELS)
	.map((level): CapabilityValue => ({ kind: 'level', level }));
const flag = fc.boolean().map((value): CapabilityValue => ({ kind: 'flag', value }));
const limit = fc
	.oneof(
		fc.integer({ min: -9, max: 200_000 }),
		fc.nat({ max: 1_000 }).map((n) => n * 86_400)
	)
	.map((value): CapabilityValue => ({ kind: 'limit', value }));
const emoji = fc
	.array(fc.constantFrom('👍', '❤️', 'HAHA', '%', 'any', 'none', ','), { maxLength: 9 })
	.map((items): CapabilityValue => ({ kind: 'list', items }));
const timers = fc
	.array(fc.nat(200_000), { maxLength: 3 })
	.map((items): CapabilityValue => ({ kind: 'list', items }));
const reported = fc.jsonValue().map((value): CapabilityValue => ({ kind: 'reported', value }));

/** All values that a row of one kind can have. */
const ROWS: [string, fc.Arbitrary<CapabilityValue>, Pick<CapabilityRow, 'unit'>][] = [
	['a level', fc.oneof(level, unstated, silence), {}],
	['a level of formatting', fc.oneof(level, unstated, silence, omitted('none')), {}],
	['a level of attachments', fc.oneof(level, unstated, silence, omitted('rejected')), {}],
	['a flag', fc.oneof(flag, unstated, silence), {}],
	['a time', fc.oneof(limit, silence, omitted('no-limit')), { unit: 'seconds' }],
	['a size', fc.oneof(limit, silence, omitted('no-limit')), { unit: 'bytes' }],
	['a length', fc.oneof(limit, silence, omitted('no-limit')), { unit: 'characters' }],
	['emoji', fc.oneof(emoji, silence, omitted('any')), { unit: 'emoji' }],
	['timers', fc.oneof(timers, unstated, silence, omitted('any')), { unit: 'milliseconds' }],
	['a new field', fc.oneof(reported, unstated, silence), {}]
];

test.for(ROWS)('in a row of %s equal statements are equal words', ([, readings, row]) => {
	fc.assert(
		fc.property(readings, readings, (one, other) => {
			if (JSON.stringify(formatValue(one, row)) === JSON.stringify(formatValue(other, row)))
				expect(toUrlValue(one)).toBe(toUrlValue(other));
		})
	);
});

test.for(ROWS.filter(([name]) => !['emoji', 'timers', 'a new field'].includes(name)))(
	'in a row of %s equal words are equal statements',
	([, readings, row]) => {
		fc.assert(
			fc.property(readings, readings, (one, other) => {
				fc.pre(toUrlValue(one) === toUrlValue(other));
				expect(formatValue(one, row)).toEqual(formatValue(other, row));
			})
		);
	}
);

describe('the order of a list means nothing', () => {
	const lists = fc.array(
		fc.oneof(fc.constantFrom('👍', '❤️', ':party:', '%', ',', 'any', '10', '9'), fc.nat(20)),
		{ minLength: 1 }
	);

	test('nor does an item that stands in it twice', () => {
		fc.assert(
			fc.property(lists, fc.infiniteStream(fc.nat()), (items, picks) => {
				const shuffled = [...items, ...items]
					.map((item) => ({ item, place: picks.next().value }))
					.sort((a, b) => a.place - b.place)
					.map(({ item }) => item);
				expect(toUrlValue({ kind: 'list', items: shuffled })).toBe(
					toUrlValue({ kind: 'list', items })
				);
			})
		);
	});

	test('a bookmark that holds the list in another order still means it', () => {
		expect(normalizeUrlValue('👍,❤️,🔥')).toBe(
			toUrlValue({ kind: 'list', items: ['🔥', '👍', '❤️'] })
		);
		expect(normalizeUrlValue('a%2Cb,100%25')).toBe(
			toUrlValue({ kind: 'list', items: ['a,b', '100%'] })
		);
		expect(normalizeUrlValue('[2,1]')).toBe(toUrlValue({ kind: 'reported', value: [1, 2] }));
	});

	test('a word of today stays as it is', () => {
		const readings = fc.oneof(
			lists.map((items): CapabilityValue => ({ kind: 'list', items })),
			...ROWS.map(([, readings]) => readings)
		);
		fc.assert(
			fc.property(readings, (reading) => {
				expect(normalizeUrlValue(toUrlValue(reading))).toBe(toUrlValue(reading));
			})
		);
	});
});

describe('a value that no chat can have', () => {
	const paths = [
		['edit', 'a level'],
		['state.title', 'a level'],
		['formatting.bold', 'a level of formatting'],
		['attachments.m.image', 'a level of attachments'],
		['attachments.m.image.mimeTypes.image/*', 'a level of attachments'],
		['attachments.m.image.caption', 'a level'],
		['attachments.m.image.viewOnce', 'a flag'],
		['attachments.m.image.maxSize', 'a size'],
		['readReceipts', 'a flag'],
		['editMaxAge', 'a time'],
		['allowedReactions', 'emoji'],
		['disappearingTimer.timers', 'timers'],
		['edit', 'a new field'],
		['maxTextLength', 'a new field'],
		['newer.than.this', 'a new field']
	] as const;

	test.for(paths)('at %s is none of %s', ([path, name]) => {
		const [, readings] = ROWS.find(([row]) => row === name) ?? [];
		if (!readings) throw new TypeError();
		fc.assert(
			fc.property(readings, (reading) => {
				expect(isPossibleUrlValue(path, toUrlValue(reading))).toBe(true);
			})
		);
	});

	test.for([
		['edit', 'banana'],
		['edit', 'FULL'],
		['edit', 'yes'],
		['formatting.bold', 'ful'],
		['attachments.m.image.mimeTypes.image/*', 'yes'],
		['attachments.m.image.viewOnce', 'full'],
		['attachments.m.image.maxSize', '10MB'],
		['readReceipts', 'full'],
		['maxTextLength', 'long']
	] as const)('is %s:%s', ([path, value]) => {
		expect(isPossibleUrlValue(path, value)).toBe(false);
	});
});
