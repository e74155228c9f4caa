import { expect, test } from 'vitest';
import { buildRows } from '$lib/domain/capabilities/build-rows';
import { createRowSearch } from '$lib/domain/capabilities/table/build-table';
import { makeCapabilities } from '../../../../fixtures/capabilities';

const rows = buildRows([makeCapabilities()]);

function found(q: string) {
	return rows.filter(createRowSearch(q)).map(({ path }) => path);
}

test('finds every row where nothing is asked for', () => {
	expect(found('')).toHaveLength(rows.length);
});

test.for([
	['its name', 'edits per message', 'editMaxCount'],
	['its path', 'EDITMAXAGE', 'editMaxAge'],
	['its section and name, in any order', 'bold formatting', 'formatting.bold'],
	['its type of attachment', 'image caption length', 'attachments.m.image.maxCaptionLength']
] as const)('finds a row by %s', ([, q, path]) => {
	expect(found(q)).toEqual([path]);
});
