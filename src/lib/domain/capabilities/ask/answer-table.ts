import type { CapabilityColumn } from '../columns/column';
import { buildTable } from '../table/build-table';
import type { TableModel } from '../table/table';
import type { Answer } from './answer';

/**
 * The table of an answer: its capabilities, and the networks that were named, in their order, or
 * else those that answer, in the order of `all`.
 */
export function buildAnswerTable(
	{ columns, networks, paths }: Pick<Answer, 'columns' | 'networks' | 'paths'>,
	all: readonly CapabilityColumn[]
): TableModel {
	const asked = new Set(paths);
	const order = all.map(({ key }) => key);
	const answering =
		networks.length > 0
			? columns
			: columns.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
	return buildTable(answering, { isShown: ({ path }) => asked.has(path) });
}
