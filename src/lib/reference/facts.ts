import type { ChatType } from '$lib/domain/chat/chat';
import { isRecord } from '$lib/format/parse-json';
/** JSON as the API writes it. */
export type Fields = Readonly<Record<string, unknown>>;

/** A kind of chat of a network, with the capabilities its bridge states. */
export interface ChatKind {
	name: string;
	/** The chats of this kind, in words. */
	when: string;
	/** The type of its chats; absent: direct chats and groups. */
	type?: ChatType;
	/** As `Chat.capabilities` of the API would hold it, levels −2 … 2. */
	capabilities: Fields;
}

/** The capabilities that a network’s bridge states in its public code. */
export interface NetworkFacts {
	/** Display name, as Beeper writes it. */
	network: string;
	bridgeType: string;
	/** Repository, commit and file of the bridge's code. */
	source: string;
	/**
	 * The day of the code, ISO: that of the commit, or the one in the bridge's own ID of its
	 * capabilities.
	 */
	date?: string;
	variants: readonly ChatKind[];
}

/** A facts file: a variant either states its capabilities or the changes from one before it. */
export interface FactsFile extends Omit<NetworkFacts, 'variants'> {
	variants: readonly (
		ChatKind | (Omit<ChatKind, 'capabilities'> & { like: string; changes: Fields })
	)[];
}

/** @throws Error when a variant refers to one that does not come before it */
export function readFacts({ variants, ...facts }: FactsFile): NetworkFacts {
	const stated = new Map<string, Fields>();
	const kinds = variants.map((variant) => {
		const capabilities =
			'like' in variant
				? applyPatch(getLikeness(stated, variant.like), variant.changes)
				: variant.capabilities;
		const { name, when, type } = variant;
		stated.set(name, capabilities);
		return { name, when, ...(type && { type }), capabilities };
	});
	return { ...facts, variants: kinds };
}

/**
 * The commit and the day of the facts in a few words: `commit 51ddc741, 2026-08-07`; an unknown
 * commit or day is named as unknown.
 */
export function formatEdition({ source, date }: Pick<NetworkFacts, 'source' | 'date'>): string {
	const commits = findCommits(source);
	const words = `${commits.length > 1 ? 'commits' : 'commit'} ${commits.join(', ')}`;
	if (commits.length > 0) return `${words}, ${date ?? 'date not recorded'}`;
	return date === undefined ? 'commit and date not recorded' : `${date}, commit not recorded`;
}

/** The commits that a source names: `d70eb6b1` of `mautrix/whatsapp@d70eb6b1:pkg/…`. */
export function findCommits(source: string): string[] {
	return [...source.matchAll(/@([0-9a-f]{7,40}):/g)].map(([, commit = '']) => commit);
}

function getLikeness(stated: ReadonlyMap<string, Fields>, name: string): Fields {
	const fields = stated.get(name);
	if (!fields) throw new Error(`No variant before this one is called ${name}.`);
	return fields;
}

/**
 * Fields replace those of the same name, objects are merged, `null` takes a field away.
 *
 * @see RFC 7386, JSON Merge Patch
 */
export function applyPatch(base: Fields, patch: Fields): Fields {
	const names = new Set([...Object.keys(base), ...Object.keys(patch)]);
	const fields = [...names].map((name) => {
		const [before, change] = [base[name], patch[name]];
		if (isRecord(change))
			return [name, applyPatch(isRecord(before) ? before : {}, change)] as const;
		return [name, change === undefined ? before : change] as const;
	});
	return Object.fromEntries(fields.filter(([, value]) => value !== null));
}
