import { test } from 'vitest';
import { writeCsv } from '$lib/export/csv';
import { writeJson } from '$lib/export/json';
import { writeMarkdown } from '$lib/export/markdown';
import { drawSvg } from '$lib/export/svg';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import { expectGolden } from '../../fixtures/golden';
import { makeHead } from '../../fixtures/table-model';

const head = makeHead({ serverVersion: '4.2.808', origin: 'from 412 chats' });

test.for([
	['light', 'table-light.svg'],
	['dark', 'table-dark.svg']
] as const)('the %s picture equals the reviewed file', ([theme, name]) => {
	expectGolden(name, drawSvg(EXAMPLE_TABLE, { ...head, theme }).svg);
});

test.for([
	['Markdown', 'table.md', writeMarkdown(EXAMPLE_TABLE, head)],
	['CSV', 'table.csv', writeCsv(EXAMPLE_TABLE)],
	['JSON', 'table.json', writeJson(EXAMPLE_TABLE, head)]
] as const)('the %s file is as it was read', ([, name, text]) => {
	expectGolden(name, text);
});
