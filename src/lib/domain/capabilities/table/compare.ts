import { isWorking, SUPPORT_LEVELS } from '../model';
import type { Part } from './cell';
import type { CapabilityValue } from '../value';
import type { Statement } from './statement';
import type { Comparison } from './table';
import { toUrlValue } from '../url-value';

/**
 * What a cell is, seen from the baseline's: better or worse where every answer of its chats is at
 * least as good or as bad as every answer there.
 */
export function compareCells(cell: readonly Part[], baseline: readonly Part[]): Comparison {
	const keys = new Set(cell.map(({ saying }) => saying.key));
	const others = new Set(baseline.map(({ saying }) => saying.key));
	if (keys.size === others.size && [...keys].every((key) => others.has(key))) return 'same';
	const found = cell.flatMap(({ saying }) =>
		baseline.map((other) => compareStatements(saying, other.saying))
	);
	return combined(found);
}

/** Two answers to one question: by level, then by the first of the limits beside it that differs. */
export function compareStatements(saying: Statement, baseline: Statement): Comparison {
	const level = compareValues(saying.reading, baseline.reading);
	if (level !== 'same') return level;
	for (const [index, { reading }] of saying.limits.entries()) {
		const other = baseline.limits[index];
		const limit = other ? compareValues(reading, other.reading) : 'other';
		if (limit !== 'same') return limit;
	}
	return 'same';
}

/**
 * Two readings of one row. Levels go by rank, more is better, and a limit that nobody states is
 * better than any; silence is other than all that is said, and than every other silence.
 */
export function compareValues(reading: CapabilityValue, baseline: CapabilityValue): Comparison {
	const ranks = [rankOf(reading), rankOf(baseline)] as const;
	if (ranks[0] !== undefined && ranks[1] !== undefined) return byOrder(ranks[0], ranks[1]);
	const amounts = [amountOf(reading), amountOf(baseline)] as const;
	if (amounts[0] !== undefined && amounts[1] !== undefined) return byOrder(amounts[0], amounts[1]);
	if (isList(reading) && isList(baseline)) return compareLists(reading, baseline);
	return isEqual(reading, baseline) ? 'same' : compareOmitted(reading, baseline);
}

function combined(found: readonly Comparison[]): Comparison {
	const kinds = new Set(found);
	kinds.delete('same');
	const [kind = 'same'] = kinds;
	return kinds.size > 1 ? 'other' : kind;
}

function byOrder(value: number, baseline: number): Comparison {
	if (value === baseline) return 'same';
	return value > baseline ? 'better' : 'worse';
}

function rankOf(reading: CapabilityValue): number | undefined {
	if (reading.kind === 'level') return SUPPORT_LEVELS.indexOf(reading.level);
	return reading.kind === 'flag' ? Number(reading.value) : undefined;
}

function amountOf(reading: CapabilityValue): number | undefined {
	if (reading.kind === 'limit') return reading.value;
	return isOmitted(reading, 'no-limit') ? Infinity : undefined;
}

function isList(reading: CapabilityValue): boolean {
	return reading.kind === 'list' || isOmitted(reading, 'any');
}

function compareLists(reading: CapabilityValue, baseline: CapabilityValue): Comparison {
	const [more, fewer] = [holds(reading, baseline), holds(baseline, reading)];
	if (more && fewer) return 'same';
	if (!more && !fewer) return 'other';
	return more ? 'better' : 'worse';
}

/** Whether a list has every item of another; one that is not given has all there are. */
function holds(reading: CapabilityValue, other: CapabilityValue): boolean {
	if (reading.kind !== 'list') return true;
	if (other.kind !== 'list') return false;
	const items = new Set(reading.items);
	return other.items.every((item) => items.has(item));
}

/**
 * Leaving something out where that has a meaning: a type that is not listed is refused, formatting
 * that is not listed becomes plain text. Worse than what works, but not the same as an outright no.
 */
function compareOmitted(reading: CapabilityValue, baseline: CapabilityValue): Comparison {
	if (isLeftOut(reading) && isWorkingLevel(baseline)) return 'worse';
	return isWorkingLevel(reading) && isLeftOut(baseline) ? 'better' : 'other';
}

function isLeftOut(reading: CapabilityValue): boolean {
	return isOmitted(reading, 'rejected') || isOmitted(reading, 'none');
}

function isWorkingLevel(reading: CapabilityValue): boolean {
	return reading.kind === 'level' && isWorking(reading.level);
}

function isOmitted(
	reading: CapabilityValue,
	as: (CapabilityValue & { kind: 'omitted' })['as']
): boolean {
	return reading.kind === 'omitted' && reading.as === as;
}

function isEqual(reading: CapabilityValue, baseline: CapabilityValue): boolean {
	return toUrlValue(reading) === toUrlValue(baseline);
}
