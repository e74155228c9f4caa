import { expect, test } from 'vitest';
import {
	formatPanel,
	PANELS,
	parsePanel
} from '../../../../../../src/routes/(app)/chats/[chatID]/panel';

test.for(PANELS)('the address of “%s” leads to it', (panel) => {
	expect(parsePanel(formatPanel('', panel))).toEqual({ panel, problems: [] });
});

test('other keys of the address stay', () => {
	expect(formatPanel('?message=5&panel=edit', 'developer')).toBe('?message=5&panel=developer');
	expect(formatPanel('?message=5&panel=edit', undefined)).toBe('?message=5');
	expect(formatPanel('?panel=edit', undefined)).toBe('');
});

test('an unknown panel is ignored with a note', () => {
	expect(parsePanel('?panel=settings')).toEqual({
		panel: undefined,
		problems: [
			{
				key: 'panel',
				value: 'settings',
				words: '“panel” can be details, edit or developer, not “settings”.'
			}
		]
	});
});
