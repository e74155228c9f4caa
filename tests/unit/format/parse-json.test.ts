import { expect, test } from 'vitest';
import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';

test.for([
	['null', null],
	['{"a":[1]}', { a: [1] }],
	['', undefined],
	['{"a":', undefined],
	[null, undefined]
] as const)('%j is read as %j', ([text, value]) => {
	expect(parseJSONOrUndefined(text)).toEqual(value);
});

test.for([
	[{ a: 1 }, { a: 1 }],
	[['x'], { 0: 'x' }],
	[null, {}],
	[undefined, {}],
	['text', {}],
	[7, {}]
] as const)('the fields of %j are %j', ([value, fields]) => {
	expect(getFields(value)).toEqual(fields);
});

test('a field that looks like a prototype is a field and no more', () => {
	const fields = getFields(parseJSONOrUndefined('{"__proto__":{"kind":"sample"}}'));
	expect(fields.kind).toBeUndefined();
	expect(Object.keys(fields)).toEqual(['__proto__']);
});
