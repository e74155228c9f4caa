import { dequal } from 'dequal/lite';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

/** Nodes that only hold others, or end lines. */
const UNFORMATTED: ReadonlySet<string> = new Set(['root', 'paragraph', 'text', 'textDirective']);

/** True when a Markdown text has the same words and formats as a tree; spaces are ignored. */
export function readsAlike(markdown: string, tree: Root): boolean {
	const read = fromMarkdown(markdown, {
		extensions: [gfmStrikethrough()],
		mdastExtensions: [gfmStrikethroughFromMarkdown()]
	});
	return dequal(readCharacters(read, []), readCharacters(tree, []));
}

/** Each character with all its formats. */
function readCharacters(node: Nodes, outer: readonly string[]): readonly string[] {
	const format = node.type === 'link' ? node.url : node.type;
	const formats = UNFORMATTED.has(format) || isBareLink(node) ? outer : [...outer, format];
	if ('children' in node) return node.children.flatMap((child) => readCharacters(child, formats));
	const key = [...new Set(formats)].sort().join(' ');
	const text = 'value' in node ? node.value : '';
	return Array.from(text.replace(/\s/g, ''), (character) => `${character} ${key}`);
}

/** True when an address is its own text: Beeper reads it as a link without any signs. */
export function isBareLink(node: Nodes): boolean {
	if (node.type !== 'link') return false;
	const [only, ...others] = node.children;
	if (only?.type !== 'text' || others.length > 0) return false;
	return only.value === node.url || `mailto:${only.value}` === node.url;
}
