/**
 * Patterns that no text of the page may match, each with what to write instead: the part of WORDS.md
 * that a machine can check. Without slashes, which end a pattern in a selector.
 *
 * @type {readonly (readonly [pattern: string, message: string])[]}
 */
const PATTERNS = [
	[
		'(?<!px);\\s+(?!charset|codecs|frame-|sandbox)\\p{L}|^; $',
		'Two short sentences, or “ · ” in a list.'
	],
	['\\b[Ss]witch(ed|es)? (on|off)\\b', '“Turn on”, “turn off”.'],
	[
		'\\b([Cc]an ?|[Dd]o |[Dd]oes |[Dd]id |[Ii]s |[Aa]re |[Ww]as |[Ww]ere |[Ww]ill |[Cc]ould )not\\b',
		'A contraction: “can’t”, “doesn’t”.'
	],
	["\\p{L}'(s|t|d|re|ll|ve)\\b", 'A curly apostrophe: ’'],
	['\\p{L}\\.\\.\\.(\\s|$)', 'An ellipsis: …'],
	['\\b([Ww]hoever|[Ss]omebody|[Nn]obody knows)\\b', 'Name the thing.'],
	['\\b[Gg]o on\\b', '“Continue”.'],
	['\\b(doesn’t|didn’t) answer\\b', '“Isn’t responding”, “didn’t respond”.'],
	['^ (chats|accounts|networks|rows|messages|files): ', 'formatCount, as there may be only one.']
];

/** The texts of code and of markup: `value.cooked` is a part of a template. */
const TEXTS = [
	'Literal[value=PATTERN]',
	'TemplateElement[value.cooked=PATTERN]',
	':not(SvelteStyleElement) > SvelteText[value=PATTERN]',
	'SvelteLiteral[value=PATTERN]'
];

/** Lint rules for every text that people read. */
export const words = {
	files: ['src/**'],
	ignores: [
		// A server in its own right, vocabularies, and messages by invented people.
		'src/lib/{sample,reference}/**',
		'src/lib/domain/capabilities/ask/*{words,index,clauses,amounts}.ts',
		'src/lib/domain/privacy/fake-words.ts',
		// Policies and scripts; lists within a field.
		'src/bin/dashboard-server.ts',
		'src/lib/export/csv.ts'
	],
	rules: {
		'no-restricted-syntax': [
			'error',
			...PATTERNS.map(([pattern, message]) => ({
				selector: TEXTS.map((text) => text.replace('PATTERN', () => `/${pattern}/u`)).join(', '),
				message: `${message} See WORDS.md.`
			}))
		]
	}
};
