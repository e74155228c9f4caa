import { describe, expect, test } from 'vitest';
import { CELL_STYLES, getCellStyle, formatValue } from '$lib/domain/capabilities/format-value';
import type { CapabilityValue } from '$lib/domain/capabilities/value';
import type { Unit } from '$lib/domain/capabilities/row';

describe('a reading in words, with a symbol and a tone', () => {
	test.for<[CapabilityValue, Unit | undefined, string, string, string]>([
		[{ kind: 'level', level: 'full' }, undefined, '✓', 'Full', 'good'],
		[{ kind: 'level', level: 'partial' }, undefined, '◐', 'Partial', 'fair'],
		[{ kind: 'level', level: 'unsupported' }, undefined, '✕', 'Unsupported', 'poor'],
		[{ kind: 'level', level: 'dropped' }, undefined, '⚠', 'Dropped', 'bad'],
		[{ kind: 'level', level: 'rejected' }, undefined, '⊘', 'Rejected', 'bad'],
		[{ kind: 'omitted', as: 'rejected' }, undefined, '⊖', 'Rejected (not listed)', 'bad'],
		[{ kind: 'flag', value: true }, undefined, '✓', 'Yes', 'good'],
		[{ kind: 'flag', value: false }, undefined, '✕', 'No', 'poor'],
		[{ kind: 'unreported' }, undefined, '?', 'Not reported', 'silent'],
		[{ kind: 'unstated' }, undefined, '–', 'Not stated', 'silent'],
		[{ kind: 'inapplicable' }, undefined, '·', 'Doesn’t apply', 'silent'],
		[{ kind: 'omitted', as: 'no-limit' }, 'bytes', '–', 'No stated limit', 'silent'],
		[{ kind: 'omitted', as: 'none' }, undefined, '○', 'None (not listed)', 'silent'],
		[{ kind: 'omitted', as: 'any' }, 'emoji', '∗', 'Any', 'plain'],
		[{ kind: 'limit', value: 900 }, 'seconds', '≤', '15 min', 'plain'],
		[{ kind: 'limit', value: 25_000_000 }, 'bytes', '≤', '25 MB', 'plain'],
		[{ kind: 'limit', value: 65_536 }, 'characters', '≤', '65,536 characters', 'plain'],
		[{ kind: 'limit', value: 1 }, 'characters', '≤', '1 character', 'plain'],
		[{ kind: 'limit', value: 4_096 }, 'pixels', '≤', '4,096 px', 'plain'],
		[{ kind: 'limit', value: 10 }, 'edits', '≤', '10 edits', 'plain'],
		[{ kind: 'limit', value: 1 }, 'edits', '≤', '1 edit', 'plain'],
		[{ kind: 'limit', value: 1 }, 'count', '≤', '1', 'plain'],
		[{ kind: 'limit', value: 0.5 }, undefined, '≤', '0.5', 'plain'],
		[{ kind: 'list', items: [] }, 'emoji', '✕', 'None', 'poor'],
		[{ kind: 'list', items: ['👍', '❤️'] }, 'emoji', '•', '👍 ❤️', 'plain'],
		[
			{ kind: 'list', items: ['afterRead', 'later'] },
			'starts',
			'•',
			'after reading, later',
			'plain'
		],
		[
			{ kind: 'list', items: [86_400_000, 604_800_000, 7_776_000_000] },
			'milliseconds',
			'•',
			'24 h, 7 days, 90 days',
			'plain'
		],
		[{ kind: 'reported', value: 'new' }, undefined, '+', '"new"', 'plain'],
		[{ kind: 'reported', value: null }, undefined, '+', 'null', 'plain']
	])('%o (%s) is %s %s', ([reading, unit, symbol, text, tone]) => {
		expect(formatValue(reading, unit ? { unit } : {})).toMatchObject({ symbol, text, tone });
	});
});

test('a long list is shortened, and whole in the detail', () => {
	const items = ['👍', '❤️', '😂', '😮', '😢', '🙏', '🎉'];
	expect(formatValue({ kind: 'list', items }, { unit: 'emoji' })).toMatchObject({
		text: '👍 ❤️ 😂 😮 😢 … (7)',
		short: '7 emoji',
		detail: '👍 ❤️ 😂 😮 😢 🙏 🎉'
	});
});

test('a list says how long it is where there is little room', () => {
	const timers: CapabilityValue = { kind: 'list', items: [86_400_000, 604_800_000] };
	expect(formatValue(timers, { unit: 'milliseconds' }).short).toBe('2 timers');
	expect(formatValue({ kind: 'list', items: ['👍'] }, { unit: 'emoji' }).short).toBe('👍');
});

test('a large new field is cut, and whole in the detail', () => {
	const { text, detail } = formatValue({ kind: 'reported', value: 'x'.repeat(100) });
	expect([text.length, detail?.length]).toEqual([40, 102]);
});

test('the legend explains every look once', () => {
	const looks = CELL_STYLES.map(({ symbol, text }) => `${symbol} ${text}`);
	expect(new Set(looks).size).toBe(looks.length);
	expect(CELL_STYLES.filter(({ meaning }) => !meaning.endsWith('.'))).toEqual([]);
});

test('looks without a fixed text are in the legend too', () => {
	expect(CELL_STYLES).toContain(getCellStyle({ kind: 'limit', value: 900 }));
	expect(CELL_STYLES).toContain(getCellStyle({ kind: 'list', items: ['👍'] }));
	expect(CELL_STYLES).toContain(getCellStyle({ kind: 'reported', value: 1 }));
});
