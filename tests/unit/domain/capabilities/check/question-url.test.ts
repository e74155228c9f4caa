import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCheckView, parseCheckView } from '$lib/domain/capabilities/check/question-url';
import { readTextFacts } from '$lib/domain/capabilities/check/text';
import type { CheckQuestion } from '$lib/domain/capabilities/check/check-question';
import { question } from './questions';

function read(query: string) {
	return parseCheckView(new URLSearchParams(query));
}

const VIDEO = {
	...{ mimeType: 'video/mp4', size: 120e6, duration: 120, width: 1920, height: 1080 },
	isDescribed: true
} as const;

test.for<[string, Partial<CheckQuestion>]>([
	['', {}],
	[
		'file=video,mp4,120MB,2min,1920x1080&caption=300',
		{ files: [{ name: 'video', ...VIDEO }], caption: { length: 300, features: [] } }
	],
	['text=10000,bold', { text: { length: 10_000, features: ['bold'] } }],
	['age=2d', { age: 172_800 }],
	[
		'file=image,jpeg,1234567b&file=video/x-flv,0.5s&age=90min',
		{
			files: [
				{ name: 'image', mimeType: 'image/jpeg', size: 1_234_567, isDescribed: true },
				{ name: 'video', mimeType: 'video/x-flv', duration: 0.5, isDescribed: true }
			],
			age: 5_400
		}
	]
])('“%s” asks the same, read and written', ([query, asked]) => {
	const { question: parsed, problems } = read(query);
	expect(parsed).toEqual({ files: [], caption: null, text: null, age: null, ...asked });
	expect(problems).toEqual([]);
	expect(formatCheckView(parsed)).toBe(query);
});

test('a bad value is a problem and asks nothing; unknown keys are kept', () => {
	const {
		question: parsed,
		problems,
		unknown
	} = read('file=flurb&caption=many&text=mp4&age=soon&x=1');
	expect(parsed).toEqual({ files: [], caption: null, text: null, age: null });
	expect(problems.map(({ key, value }) => [key, value])).toEqual([
		['file', 'flurb'],
		['caption', 'many'],
		['text', 'mp4'],
		['age', 'soon']
	]);
	expect(formatCheckView(parsed, unknown)).toBe('x=1');
});

test('a real file is in the address without its name, and a text without its words', () => {
	const query = formatCheckView({
		files: [{ name: 'secret plan.mp4', mimeType: 'video/mp4', size: 3_482_113, duration: 249.2 }],
		caption: { length: 12, features: [] },
		text: null,
		age: null
	});
	expect(query).toBe('file=video,mp4,3482113b,249.2s&caption=12');
});

test('a text with every formatting that is found in texts comes back from its address', () => {
	const everything = [
		...['**a** *b* ~~c~~ `d` ||e|| ||why|f|| <u>g</u> @room', '> h', '# i', '- j', '1. k', '4. l'],
		...['1. m\n3. n', '```\no\n```', '```ts\np\n```', '[q](https://a.example)'],
		...['[r](https://matrix.to/#/@a:b)', '[s](https://matrix.to/#/!a:b)'],
		'[t](https://matrix.to/#/!a:b/$c)'
	].join('\n\n');
	const text = readTextFacts(everything);
	expect(text?.features.length).toBeGreaterThan(15);
	const query = formatCheckView({ files: [], caption: text, text, age: null });
	expect(read(query).question).toMatchObject({ caption: text, text });
});

test('every question is the same after it was written and read', () => {
	fc.assert(
		fc.property(question, (asked) => {
			expect(read(formatCheckView(asked))).toEqual({
				question: {
					...asked,
					files: [...new Map(asked.files.map((file) => [JSON.stringify(file), file])).values()]
				},
				problems: [],
				unknown: []
			});
		})
	);
});
