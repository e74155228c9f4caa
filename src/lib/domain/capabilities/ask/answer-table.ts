import type { CapabilityColumn } from '../columns/column';
import { buildTable } from '../table/build-table';
import type { TableModel } from '../table/table';
import type { Answer } from './answer';

/**
 * The table of just what was asked: an answer's capabilities, and the networks that were named, in
 * their order, or else those that answer, in the order of `all`.
 */
export function buildAnswerTable(
	{ columns, networks, paths }: Pick<Answer, 'columns' | 'networks' | 'paths'>,
	all: readonly CapabilityColumn[]
): TableModel {
	const asked = new Set(paths);
	const keys = columns.map(({ key }) => key);
	const answering =
		networks.length > 0
			? keys.flatMap((key) => all.filter((column) => column.key === key))
			: all.filter(({ key }) => keys.includes(key));
	return buildTable(answering, { isShown: ({ path }) => asked.has(path) });
}
