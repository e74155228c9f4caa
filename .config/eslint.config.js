import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';
import { words } from './words.js';

/**
 * The folders of `src/lib` from which each layer may import. The README shows the same table under
 * "How it's built".
 */
const LAYERS = {
	format: ['format'],
	html: ['html', 'format'],
	domain: ['domain', 'html', 'format'],
	api: ['api', 'domain', 'html', 'format'],
	reference: ['reference', 'domain', 'format'],
	sample: ['sample', 'reference', 'domain', 'format'],
	export: ['export', 'domain', 'format'],
	state: ['state', 'domain', 'format'],
	cache: ['cache', 'domain', 'format'],
	// The singletons of a tab: only routes, `hooks.client.ts` and the service worker may import them.
	app: ['app', 'api', 'cache', 'state', 'sample', 'domain', 'format'],
	'components/ui': ['components/ui', 'format'],
	components: ['components', 'domain', 'format'],
	// The programs, which are not in `src/lib`.
	bin: ['api', 'domain', 'reference', 'sample', 'format']
};

/**
 * @param {string} layer
 * @param {readonly string[]} allowed
 */
function limitImports(layer, allowed) {
	const folder = layer === 'bin' ? 'src/bin' : `src/lib/${layer}`;
	const others = allowed.map((name) => `(?!${name}/)`).join('');
	return {
		files: [`${folder}/**`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `^\\$lib/${others}`,
							message: `${folder} may import only from ${allowed.join(', ')}. Pass the value in from a route instead.`
						},
						...(layer === 'app'
							? []
							: [
									{
										regex: '^\\$app/',
										message:
											'Only src/routes may use $app. Pass the value in as a prop or argument.'
									}
								]),
						{
							regex: '^\\.\\./\\.\\./',
							message: 'Import from $lib/… instead of climbing folders.'
						}
					]
				}
			]
		}
	};
}

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('../.gitignore', import.meta.url))),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'func-style': ['error', 'declaration', { allowTypeAnnotation: true }],
			'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
			'no-console': ['error', { allow: ['error'] }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		rules: {
			'svelte/button-has-type': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-unused-props': 'error'
		}
	},
	{
		// Components are handed addresses that a route has resolved.
		files: ['src/lib/components/**'],
		rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
	},
	...Object.entries(LAYERS).map(([layer, allowed]) => limitImports(layer, allowed)),
	// The narrower layer comes last, as the wider one would overrule it.
	limitImports('components/ui', LAYERS['components/ui']),
	words,
	{
		files: ['src/bin/**', 'tests/**'],
		rules: {
			'no-console': 'off',
			// Playwright wants a pattern of a fixture that needs no other.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }]
		}
	}
);
