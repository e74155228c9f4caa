import type { Plugin } from 'vite';

interface Library {
	/** Matches the path of its file. */
	id: RegExp;
	/** Name of the Trusted Types policy that the file makes HTML with; absent if it makes none. */
	policy?: string;
	/** Code that the policy of every page forbids, and the same in a way that it allows. */
	replacements: readonly (readonly [from: string, to: string])[];
}

/**
 * Libraries that assign text as HTML, or set styles as attributes. The templates of the first two
 * are constants; the HTML that the third and the fourth read is never put into the page.
 */
const LIBRARIES: readonly Library[] = [
	{
		id: /\/@sveltejs\/kit\/src\/runtime\/client\/client\.js$/,
		policy: 'sveltekit-error-page',
		replacements: [
			["parseFromString(html, 'text/html')", "parseFromString(trustHTML(html), 'text/html')"]
		]
	},
	{
		id: /\/emoji-picker-element\/picker\.js$/,
		policy: 'emoji-picker-element',
		replacements: [
			['template.innerHTML = htmlString;', 'template.innerHTML = trustHTML(htmlString);'],
			[
				'targetNode.setAttribute(attributeName, newValue);',
				`if (attributeName === 'style') targetNode.style.cssText = newValue;
				else targetNode.setAttribute(attributeName, newValue);`
			],
			[
				`const style = document.createElement('style');
    style.textContent = baseStyles + EXTRA_STYLES;
    this.shadowRoot.appendChild(style);`,
				`const style = new CSSStyleSheet();
				style.replaceSync(baseStyles + EXTRA_STYLES);
				this.shadowRoot.adoptedStyleSheets = [style];`
			]
		]
	},
	{
		id: /\/decode-named-character-reference\/index\.dom\.js$/,
		policy: 'decode-named-character-reference',
		replacements: [
			[
				'element.innerHTML = characterReference',
				'element.innerHTML = trustHTML(characterReference)'
			]
		]
	},
	{
		id: /\/hast-util-from-html-isomorphic\/lib\/browser\.js$/,
		policy: 'hast-util-from-html-isomorphic',
		replacements: [['template.innerHTML = value', 'template.innerHTML = trustHTML(value)']]
	},
	{
		// Kit's announcer of pages.
		id: /\/generated\/root\.svelte$/,
		replacements: [
			[
				'style="position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px"',
				'class="sr-only"'
			]
		]
	}
];

function makePolicy(name: string): string {
	return `const htmlPolicy = globalThis.trustedTypes?.createPolicy('${name}', { createHTML: (html) => html });
function trustHTML(html) { return htmlPolicy?.createHTML(html) ?? html; }
`;
}

/**
 * Makes libraries keep to the policy of every page (`src/bin/dashboard-server.ts`), in builds. Fails
 * where one of them has changed.
 */
export function keepToPolicy(): Plugin {
	return {
		name: 'keep-to-policy',
		apply: 'build',
		// Before Svelte compiles components.
		enforce: 'pre',
		transform: {
			filter: { id: LIBRARIES.map(({ id }) => id) },
			handler(code, path) {
				const library = LIBRARIES.find(({ id }) => id.test(path));
				if (!library) return code;
				const { policy, replacements } = library;
				const changed = replacements.reduce((text, [from, to]) => {
					if (text.split(from).length !== 2) this.error(`${path} has changed: it lacks ${from}`);
					return text.replace(from, () => to);
				}, code);
				return policy ? makePolicy(policy) + changed : changed;
			}
		}
	};
}
