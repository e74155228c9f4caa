/**
 * Names of the trusted types, the only code that may make HTML or the address of a script: Svelte's
 * templates, the line with which Kit registers the service worker, and libraries: see
 * `.config/strict-policy.ts`.
 */
const TRUSTED_TYPES = [
	'svelte-trusted-html',
	'sveltekit-trusted-url',
	'sveltekit-error-page',
	'emoji-picker-element',
	'decode-named-character-reference',
	'hast-util-from-html-isomorphic'
];

/**
 * The directives that pages have in common, wherever they are served from: they may load their own
 * files only. Keywords stand without quotes, as in the configuration of Kit.
 */
export const PAGE_DIRECTIVES = {
	'default-src': ['none'],
	'script-src': ['self'],
	'require-trusted-types-for': ['script'],
	'trusted-types': TRUSTED_TYPES,
	'style-src': ['self'],
	'img-src': ['self', 'data:', 'blob:'],
	'media-src': ['blob:'],
	'base-uri': ['none'],
	'form-action': ['none']
};
