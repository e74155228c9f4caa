import { spellOutDuration } from '$lib/format/duration';
import { getTypeName } from '../attachment-rows';
import type { CapabilityColumn } from '../columns/column';
import { formatValue } from '../format-value';
import { parsePath } from '../path';
import { getFullName, type CapabilityRow } from '../row';
import { getWording } from './capability-words';
import { findRowAnswer } from './findings';
import { createPredicate, createVerb, type Topic } from './topic';

/**
 * Creates the topics of capabilities.
 *
 * @param above - the seconds or characters that their limits must be above; absent: the limits are
 * told instead
 */
export function createRowTopics(
	paths: readonly string[],
	rows: ReadonlyMap<string, CapabilityRow>,
	columns: readonly CapabilityColumn[],
	above?: number
): Topic[] {
	return paths.map((path) => {
		const row = rows.get(path) ?? createMimeRow(path);
		const wording = getWording(row);
		const topic = {
			...{ row, wording, name: getFullName(row) },
			predicate: createPredicate(wording),
			findings: columns.map((column) => findRowAnswer(column, row, wording))
		};
		return above !== undefined && row.kind === 'limit' ? askAbove(topic, row, above) : topic;
	});
}

/**
 * The topic of a limit that must be above some amount: `captions on images longer than 1,000
 * characters`.
 */
function askAbove({ name, wording, findings }: Topic, row: CapabilityRow, above: number): Topic {
	const { text } = formatValue({ kind: 'limit', value: above }, row);
	const words = `longer than ${spellOutDuration(text)}`;
	const what = wording?.what ?? name;
	return {
		name: `${name} above ${text}`,
		predicate: createVerb('allows', 'allow', `${what} ${words}`),
		findings: findings.map((finding) => {
			const { kind, amount, short } = finding;
			if (kind !== 'yes' || amount === undefined || amount > above) return finding;
			const why = `${short} at most`;
			return { ...finding, kind: 'no', long: why, short: why };
		})
	};
}

/** The row of a MIME type that no chat lists; a pattern may still allow it. */
function createMimeRow(path: string): CapabilityRow {
	const target = parsePath(path);
	const name = target.in === 'mime' ? target.pattern : path;
	const part = target.in === 'mime' ? getTypeName(target.type) : undefined;
	return {
		...{ path, section: 'Attachments', name, meaning: '', kind: 'level' },
		...(part !== undefined && { part })
	};
}
