import { isWorking, SUPPORT_LEVELS } from '../model';
import { isSimilarLimit } from '../similar-limit';
import { toUrlValue } from '../url-value';
import type { CapabilityValue } from '../value';
import type { Statement } from './statement';
import type { CellPart, Comparison } from './table';

/**
 * Compares a cell with the baseline's. `better` and `worse` mean that every statement of the cell
 * is at least as good, or as bad, as every statement of the baseline; about the same counts as both.
 */
export function compareCells(cell: readonly CellPart[], baseline: readonly CellPart[]): Comparison {
	const keys = new Set(cell.map(({ statement }) => statement.key));
	const others = new Set(baseline.map(({ statement }) => statement.key));
	if (keys.size === others.size && [...keys].every((key) => others.has(key))) return 'same';
	const comparisons = cell.flatMap(({ statement }) =>
		baseline.map((other) => compareStatements(statement, other.statement))
	);
	return combineComparisons(comparisons);
}

/**
 * Compares two statements of one row: by level, then by the first limit that clearly differs.
 * `similar` where none does, but some limits are only about the same.
 */
export function compareStatements(statement: Statement, baseline: Statement): Comparison {
	const level = compareValues(statement.value, baseline.value);
	if (level !== 'same') return level;
	const limits = statement.limits.map(({ value }, index): Comparison => {
		const other = baseline.limits[index];
		return other ? compareValues(value, other.value) : 'other';
	});
	const decisive = limits.find((limit) => limit !== 'same' && limit !== 'similar');
	return decisive ?? limits.find((limit) => limit === 'similar') ?? 'same';
}

/**
 * Compares two values of one row. Levels compare by rank, limits by size (no stated limit is better
 * than any limit, and a difference below 5 % is `similar`), lists by inclusion. A silent value is `other` than every stated value and than
 * every other kind of silence.
 */
export function compareValues(value: CapabilityValue, baseline: CapabilityValue): Comparison {
	const ranks = [getRank(value), getRank(baseline)] as const;
	if (ranks[0] !== undefined && ranks[1] !== undefined) return compareNumbers(ranks[0], ranks[1]);
	const amounts = [getAmount(value), getAmount(baseline)] as const;
	if (amounts[0] !== undefined && amounts[1] !== undefined)
		return compareAmounts(amounts[0], amounts[1]);
	if (isList(value) && isList(baseline)) return compareLists(value, baseline);
	return toUrlValue(value) === toUrlValue(baseline) ? 'same' : compareOmitted(value, baseline);
}

/** The comparison of several values as one: `other` where some are better and some worse. */
export function combineComparisons(comparisons: readonly Comparison[]): Comparison {
	const kinds = new Set(comparisons);
	const isSimilar = kinds.delete('similar');
	kinds.delete('same');
	const [kind = isSimilar ? 'similar' : 'same'] = kinds;
	return kinds.size > 1 ? 'other' : kind;
}

function compareNumbers(value: number, baseline: number): Comparison {
	if (value === baseline) return 'same';
	return value > baseline ? 'better' : 'worse';
}

function compareAmounts(value: number, baseline: number): Comparison {
	return isSimilarLimit(value, baseline) ? 'similar' : compareNumbers(value, baseline);
}

function getRank(value: CapabilityValue): number | undefined {
	if (value.kind === 'level') return SUPPORT_LEVELS.indexOf(value.level);
	return value.kind === 'flag' ? Number(value.value) : undefined;
}

function getAmount(value: CapabilityValue): number | undefined {
	if (value.kind === 'limit') return value.value;
	return isOmitted(value, 'no-limit') ? Infinity : undefined;
}

function isList(value: CapabilityValue): boolean {
	return value.kind === 'list' || isOmitted(value, 'any');
}

function compareLists(value: CapabilityValue, baseline: CapabilityValue): Comparison {
	const [more, fewer] = [includesAll(value, baseline), includesAll(baseline, value)];
	if (more && fewer) return 'same';
	if (!more && !fewer) return 'other';
	return more ? 'better' : 'worse';
}

/** True when a list includes every item of another; an omitted list includes every item there is. */
function includesAll(value: CapabilityValue, other: CapabilityValue): boolean {
	if (value.kind !== 'list') return true;
	if (other.kind !== 'list') return false;
	const items = new Set(value.items);
	return other.items.every((item) => items.has(item));
}

/**
 * An omission that counts as a refusal is worse than a level that works, but not the same as an
 * explicit level that doesn't.
 */
function compareOmitted(value: CapabilityValue, baseline: CapabilityValue): Comparison {
	if (isOmittedSupport(value) && isWorkingLevel(baseline)) return 'worse';
	return isWorkingLevel(value) && isOmittedSupport(baseline) ? 'better' : 'other';
}

function isOmittedSupport(value: CapabilityValue): boolean {
	return isOmitted(value, 'rejected') || isOmitted(value, 'none');
}

function isWorkingLevel(value: CapabilityValue): boolean {
	return value.kind === 'level' && isWorking(value.level);
}

function isOmitted(
	value: CapabilityValue,
	as: (CapabilityValue & { kind: 'omitted' })['as']
): boolean {
	return value.kind === 'omitted' && value.as === as;
}
