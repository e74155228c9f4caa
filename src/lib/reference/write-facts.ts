import { dequal } from 'dequal';
import { isRecord } from '$lib/format/parse-json';
import type { ChatKind, Fields, FactsFile, NetworkFacts } from './facts';

/**
 * The facts of a network as its file has them: each kind of chat states its capabilities, or the changes
 * from the one before it that it resembles most, whichever is shorter. The inverse of `readFacts`.
 */
export function writeFacts({ variants, ...facts }: NetworkFacts): FactsFile {
	return {
		...facts,
		variants: variants.map((kind, index) => writeKind(kind, variants.slice(0, index)))
	};
}

function writeKind(
	{ capabilities, ...kind }: ChatKind,
	earlier: readonly ChatKind[]
): FactsFile['variants'][number] {
	const forms = [
		{ ...kind, capabilities },
		...earlier.map((other) => ({
			...kind,
			like: other.name,
			changes: createPatch(other.capabilities, capabilities)
		}))
	];
	const lengths = forms.map((form) => JSON.stringify(form).length);
	return forms[lengths.indexOf(Math.min(...lengths))] ?? { ...kind, capabilities };
}

/**
 * The changes from one object to another.
 *
 * @see RFC 7386, JSON Merge Patch
 */
function createPatch(before: Fields, after: Fields): Fields {
	const removed = Object.keys(before).filter((key) => after[key] === undefined);
	const changed = Object.entries(after).filter(([key, value]) => !dequal(before[key], value));
	return Object.fromEntries([
		...changed.map(([key, value]): [string, unknown] => {
			const earlier = before[key];
			return [key, isRecord(value) && isRecord(earlier) ? createPatch(earlier, value) : value];
		}),
		...removed.map((key) => [key, null] as const)
	]);
}
