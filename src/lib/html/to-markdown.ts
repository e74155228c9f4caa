import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toMdast, type Handle as ElementHandle } from 'hast-util-to-mdast';
import type { Delete, Emphasis, Link, Nodes, Parent, Root, RootContent, Strong } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import {
	toMarkdown as writeMarkdown,
	type Handle as NodeHandle,
	type Options
} from 'mdast-util-to-markdown';
import { isBareLink, readsAlike } from './reads-alike';
import { toPlainText } from './to-text';
import { toStrictHTML } from './to-strict-html';

/** Hidden words, with the reason shown in their place; empty: none. A directive to mdast, which has no spoilers. */
interface Spoiler extends Parent {
	type: 'textDirective';
	reason: string;
	children: RootContent[];
}

declare module 'mdast' {
	interface PhrasingContentMap {
		textDirective: Spoiler;
	}
	interface RootContentMap {
		textDirective: Spoiler;
	}
}

declare module 'mdast-util-to-markdown' {
	interface ConstructNameMap {
		spoiler: 'spoiler';
	}
}

/** Characters. */
const MAX_VERIFIED_LENGTH = 20_000;

/** Characters with a meaning in HTML or Markdown. Most drafts have none. */
const SIGNS = /[<>&*_~|`[\]\\#+=-]|^\s*\d+[.)]/m;

/** Signs that simple readers take for formatting even where Markdown does not. */
const PAIRED = /(\*\*|__|~~|\|\|).*\1/s;

/**
 * Matrix HTML as the Markdown that Beeper reads back: everything Markdown can express, the rest as
 * text. Signs in the text are escaped only where they would be read as formatting.
 */
export function toMarkdown(html: string): string {
	if (!SIGNS.test(html)) return toPlainText(html);
	const tree = toTree(toStrictHTML(html));
	// Reading takes long for hostile texts; exact Markdown is right without.
	if (html.length > MAX_VERIFIED_LENGTH) return write(tree);
	const plain = write(tree, { ...PLAIN_MARKS, text: ({ value }) => value });
	if (!PAIRED.test(getText(tree)) && readsAlike(plain, tree)) return plain;
	const escaped = write(tree, PLAIN_MARKS);
	// As a last resort letters beside a mark become character references, which people cannot read.
	return readsAlike(escaped, tree) ? escaped : write(tree);
}

/** The words of a tree, with the signs of spoilers, which no Markdown reader but Beeper's knows. */
function getText(node: Nodes): string {
	if (node.type === 'text') return node.value;
	const text = 'children' in node ? node.children.map(getText).join('') : '';
	return node.type === 'textDirective' ? `||${text}||` : text;
}

function toTree(html: string): Root {
	const tree = toMdast(fromHtmlIsomorphic(html, { fragment: true }), {
		handlers: { span: toSpoiler }
	});
	if (tree.type !== 'root') throw new TypeError(`A fragment became ${tree.type}`);
	tightenLists(tree);
	return tree;
}

const toSpoiler: ElementHandle = (state, node): Spoiler => ({
	type: 'textDirective',
	reason: String(node.properties.dataMxSpoiler ?? ''),
	children: state.all(node)
});

/** A blank line between blocks of a list only where an item has several paragraphs. */
function tightenLists(node: Nodes) {
	if (!('children' in node)) return;
	node.children.forEach(tightenLists);
	if (node.type === 'listItem') {
		node.spread = node.children.filter(({ type }) => type === 'paragraph').length > 1;
	} else if (node.type === 'list') {
		node.spread = node.children.some(({ spread }) => spread);
	}
}

/** Marks as most people write them, wherever they stand. */
const PLAIN_MARKS: Options['handlers'] = {
	strong: writeBetween('**'),
	emphasis: writeBetween('*'),
	delete: writeBetween('~~')
};

function writeBetween(sign: string): NodeHandle {
	return (node: Strong | Emphasis | Delete, _, state, position) =>
		sign + state.containerPhrasing(node, { ...position, before: sign, after: sign }) + sign;
}

/** `||words||`, or `||reason|words||`. */
const writeSpoiler: NodeHandle = (node: Spoiler, _, state, position) => {
	const edges = { ...position, before: '|', after: '|' };
	const exit = state.enter('spoiler');
	const reason = node.reason && `${state.safe(node.reason, edges)}|`;
	const words = state.containerPhrasing(node, edges);
	exit();
	return `||${reason}${words}||`;
};

const writeLink: NodeHandle = (node: Link, _, state, position) => {
	if (isBareLink(node)) return getText(node);
	const exit = state.enter('label');
	const words = state.containerPhrasing(node, { ...position, before: '[', after: ']' });
	exit();
	return `[${words}](${escapeAddress(node.url)})`;
};

/** Escapes the characters that would end the address too early, or change it. */
function escapeAddress(url: string): string {
	return url
		.replace(/[\s<>\\]/g, encodeURIComponent)
		.replaceAll('(', '%28')
		.replaceAll(')', '%29')
		.replace(/&(?=#?\w+;)/g, '\\&');
}

function write(tree: Root, handlers: Options['handlers'] = {}): string {
	return writeMarkdown(tree, {
		bullet: '-',
		rule: '-',
		extensions: [gfmStrikethroughToMarkdown()],
		handlers: {
			break: (_, __, state) => (state.stack.includes('headingAtx') ? ' ' : '\n'),
			link: writeLink,
			textDirective: writeSpoiler,
			...handlers
		},
		unsafe: [
			{ character: '|', before: '\\|', inConstruct: 'phrasing' },
			{ character: '|', after: '\\|', inConstruct: 'phrasing' },
			{ character: '|', inConstruct: 'spoiler' }
		]
	}).trim();
}
