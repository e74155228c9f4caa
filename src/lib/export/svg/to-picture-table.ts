import { getCellStyle } from '$lib/domain/capabilities/format-value';
import { getFullName } from '$lib/domain/capabilities/row';
import type {
	CellPart,
	TableCell,
	TableColumn,
	TableModel,
	TableRow,
	TableSection
} from '$lib/domain/capabilities/table/table';
import {
	abbreviatePart,
	formatPercentage,
	getColumnLabels,
	getPartDifference
} from '$lib/domain/capabilities/table/table-labels';
import { getShownLimits } from '$lib/domain/capabilities/table/statement';
import { joinList } from '$lib/format/list';
import { formatCount, formatNumber } from '$lib/format/number';
import { NOT_LISTED } from './picture-table';
import type {
	PictureCell,
	PictureColumn,
	PictureRow,
	PictureSection,
	PictureTable,
	PictureTile
} from './picture-table';

/** A table with at most this number of rows is transposed where it has many columns. */
const FEW_ROWS = 4;
const MANY_COLUMNS = 6;
/** A value of less than this share of a column's chats becomes a note. */
const MINORITY = 0.1;
/** Names that a remark lists. */
const MAX_NAMES = 5;

/**
 * Prepares a table for a picture: networks that state nothing are left out, and few rows of many
 * networks become few columns.
 *
 * @param isBrief - for a picture of fixed size: one value in each cell where nearly all chats agree,
 *   no counts of chats, and no rows that repeat another or that no network states
 */
export function toPictureTable(table: TableModel, isBrief: boolean): PictureTable {
	const sections = isBrief ? dropRows(table.sections) : table.sections;
	const rows = sections.flatMap((section) => section.rows);
	const stating = table.columns.map((_, index) => rows.some(({ cells }) => isStated(cells[index])));
	const isAnyStating = stating.includes(true);
	const kept = table.columns.flatMap((column, index) =>
		stating[index] || !isAnyStating ? [{ column, index }] : []
	);
	const context = { table, columns: kept.map(({ column }) => column), isBrief };
	const shown = sections.map((section) => ({
		...section,
		rows: section.rows.map((row) => ({
			...row,
			cells: kept.flatMap(({ index }) => row.cells[index] ?? [])
		}))
	}));
	const isTransposed =
		rows.length <= FEW_ROWS &&
		kept.length >= MANY_COLUMNS &&
		!shown.some(({ folded = 0 }) => folded > 0);
	const baseline = table.columns.find(({ isBaseline }) => isBaseline);
	const left = table.columns.flatMap(({ name }, index) =>
		isAnyStating && !stating[index]
			? [{ name, isBarred: rows.some(({ cells }) => isInapplicable(cells[index])) }]
			: []
	);
	const silent = left.filter(({ isBarred }) => !isBarred);
	const barred = left.filter(({ isBarred }) => isBarred);
	return {
		...(isTransposed
			? transpose(
					shown.flatMap((section) => section.rows),
					context
				)
			: arrange(shown, context)),
		...(baseline && { baseline: baseline.name }),
		remarks: [...describeLeft('Not stated by', silent), ...describeLeft('Doesn’t apply to', barred)]
	};
}

/** The parts of a table that a cell's look depends on. */
interface Context {
	table: TableModel;
	/** The columns that the picture shows. */
	columns: readonly TableColumn[];
	isBrief: boolean;
}

type Arrangement = Omit<PictureTable, 'remarks' | 'baseline'>;

/** The capabilities as rows and the networks as columns. */
function arrange(sections: readonly TableSection[], context: Context): Arrangement {
	const { columns, isBrief } = context;
	return {
		corner: isBrief ? '' : 'Capability',
		columns: columns.map((column) => toColumn(column, context)),
		sections: sections.map(({ section, rows, folded }): PictureSection => {
			const headed = new Set(
				rows.filter(({ row }) => row.name === row.part).map(({ row }) => row.part)
			);
			return {
				...((sections.length > 1 || !isBrief) && { title: section }),
				rows: rows.map((row) => toRow(row, headed.has(row.row.part), context)),
				...(folded && { folded })
			};
		}),
		...{ rowWord: 'row', columnWord: 'network' }
	};
}

function toRow({ row, cells, share }: TableRow, isHeaded: boolean, context: Context): PictureRow {
	const isHeading = row.part !== undefined && row.part === row.name;
	const isIndented = isHeaded && !isHeading;
	return {
		name: isIndented ? row.name : getFullName(row),
		...{ caption: '', isHeading, isIndented, share },
		cells: cells.map((cell, index) => toCell(cell, context.columns[index], context))
	};
}

/**
 * The networks as rows and the capabilities as columns. The networks with the best values in the
 * first column come first.
 */
function transpose(rows: readonly TableRow[], context: Context): Arrangement {
	const networks = context.columns
		.map((column, index) => ({ column, cells: rows.flatMap(({ cells }) => cells[index] ?? []) }))
		.sort((a, b) => compareByAbility(a.cells[0], b.cells[0]));
	return {
		corner: context.isBrief ? '' : 'Network',
		columns: rows.map(({ row, share }) => ({
			name: getFullName(row),
			caption: share ? `works in ${formatPercentage(share)} of your chats` : '',
			labels: []
		})),
		sections: [
			{
				rows: networks.map(({ column, cells }) => {
					const { name, networkKey, caption, labels } = toColumn(column, context);
					return {
						...{ name, networkKey, isHeading: false, isIndented: false },
						caption: [...labels, caption].filter(Boolean).join(' · '),
						cells: cells.map((cell) => toCell(cell, column, context))
					};
				})
			}
		],
		...{ rowWord: 'network', columnWord: 'row' }
	};
}

/**
 * A column as pictures draw it. Where all columns have one origin, such as the reference, none is
 * labelled with it: a remark below the table says so.
 */
function toColumn(column: TableColumn, { table, isBrief }: Context): PictureColumn {
	const isAlike = table.columns.every(({ origin }) => origin === column.origin);
	const isUsual = column.origin === 'chats' || isAlike;
	const isFramed = column.isBaseline && !isBrief;
	return {
		name: column.name,
		networkKey: column.networkKey,
		caption: isUsual && (isBrief || column.origin !== 'chats') ? '' : column.caption,
		labels: getColumnLabels(column).filter((label) => (label === 'Baseline' ? isFramed : !isUsual)),
		frame: isFramed ? 'solid' : isUsual ? undefined : 'dashed'
	};
}

function toCell(
	cell: TableCell,
	column: TableColumn | undefined,
	{ table, isBrief }: Context
): PictureCell {
	const { parts, notes, comparison, reference } = cell;
	const stated = parts.filter((part) => !isSilent(part));
	const chosen = isBrief && stated.length > 0 ? stated : parts;
	const [first, ...others] = chosen;
	const differing = others.reduce((sum, { chats }) => sum + chats, 0);
	const total = parts.reduce((sum, { chats }) => sum + chats, 0);
	const isNearlyOne = isBrief && differing > 0 && differing < MINORITY * total;
	const shown = isNearlyOne && first ? [first] : chosen;
	return {
		tiles: [
			...shown.map((part) => ({
				...toTile(part, parts, isBrief && !isNearlyOne, isBrief),
				difference: getPartDifference(cell, parts.indexOf(part))
			})),
			...(reference && !isBrief
				? [{ ...reference, text: `reference: ${reference.short}`, isReference: true }]
				: [])
		],
		notes: [
			...notes.flatMap((number) => table.notes[number - 1] ?? []),
			...(isNearlyOne && column ? [noteMinority(column, differing, total)] : [])
		],
		// A value equal to the baseline's has no mark, and in a brief picture no grey either.
		isSame: !isBrief && comparison === 'same'
	};
}

/** `Signal: 1 of 244 chats differs.` */
function noteMinority({ name }: TableColumn, differing: number, total: number): string {
	const verb = differing === 1 ? 'differs' : 'differ';
	return `${name}: ${formatNumber(differing)} of ${formatCount(total, 'chat')} ${verb}.`;
}

/** @param hasAmount - says in brief whether the part stands for most chats of its column */
function toTile(
	part: CellPart,
	parts: readonly CellPart[],
	hasAmount: boolean,
	isBrief: boolean
): PictureTile {
	const { symbol, tone } = part.formatted;
	const { symbolLabel } = part;
	const style = getCellStyle(part.statement.value);
	const look = { symbol, tone, style };
	if (isBrief && isSilent(part))
		return { ...look, text: '', symbolLabel: style.text, isSymbolAlone: true };
	const text = abbreviatePart(part, parts);
	const isOne = parts.length === 1;
	if (!isBrief)
		return { ...look, text, symbolLabel, amount: isOne ? undefined : formatNumber(part.chats) };
	return {
		...{ ...look, symbolLabel },
		text: text.replace(NOT_LISTED, ''),
		amount: isOne || !hasAmount ? undefined : getAmount(part, parts),
		isSaidBySymbol: text === style.text
	};
}

function getAmount({ chats }: CellPart, parts: readonly CellPart[]): 'most' | 'some' {
	return chats * 2 > parts.reduce((sum, part) => sum + part.chats, 0) ? 'most' : 'some';
}

/** Leaves out rows whose limit stands in the cell of another row, and those that no column states. */
function dropRows(sections: readonly TableSection[]): TableSection[] {
	const all = sections.flatMap(({ rows }) => rows);
	const repeated = new Set(
		all.flatMap(({ row }) => getShownLimits(row.path).map(({ path }) => path))
	);
	const isAnyStated = all.some(({ cells }) => cells.some(isStated));
	return sections
		.map(({ section, rows }) => ({
			section,
			rows: rows.filter(
				({ row, cells }) => !repeated.has(row.path) && (!isAnyStated || cells.some(isStated))
			)
		}))
		.filter(({ rows }) => rows.length > 0);
}

/** Names the columns that are left out, with the reason before them. */
function describeLeft(reason: string, columns: readonly { name: string }[]): string[] {
	const names = columns.map(({ name }) => name);
	if (names.length === 0) return [];
	const rest = names.length - MAX_NAMES;
	const listed = rest > 1 ? [...names.slice(0, MAX_NAMES), `${formatNumber(rest)} others`] : names;
	return [`${reason} ${joinList(listed)}.`];
}

function isStated(cell: TableCell | undefined): boolean {
	return cell?.parts.some((part) => !isSilent(part) && !isUnlimited(part)) ?? false;
}

/** True for a cell whose row belongs to something that does not work in the chats of its column. */
function isInapplicable(cell: TableCell | undefined): boolean {
	return cell?.parts.some(({ statement: { value } }) => value.kind === 'inapplicable') ?? false;
}

function isSilent({ statement: { value } }: CellPart): boolean {
	return ['unstated', 'unreported', 'inapplicable'].includes(value.kind);
}

/**
 * True for a value without a stated limit, which is not worth showing where no other network has
 * one.
 */
function isUnlimited({ statement: { value } }: CellPart): boolean {
	return value.kind === 'omitted' && value.as === 'no-limit';
}

const TONES = ['good', 'fair', 'plain', 'poor', 'bad', 'silent'];

/** Capabilities that work come first, the highest limit before others. */
function compareByAbility(a: TableCell | undefined, b: TableCell | undefined): number {
	return getRank(a) - getRank(b) || getLimit(b) - getLimit(a);
}

function getRank(cell: TableCell | undefined): number {
	return cell ? TONES.indexOf(cell.parts[0].formatted.tone) : TONES.length;
}

/** The first number that a cell states; -1 without one. */
function getLimit(cell: TableCell | undefined): number {
	if (!cell) return -1;
	const { value, limits } = cell.parts[0].statement;
	const stated = [value, ...limits.map((limit) => limit.value)];
	return stated.reduce(
		(found, each) => (found < 0 && each.kind === 'limit' ? each.value : found),
		-1
	);
}
