import { capitalize } from '$lib/format/sentence';
import type { CapabilityColumn } from '../columns/column';
import type { Tone } from '../format-value';
import type { CapabilityRow } from '../row';
import { doesWork } from '../table/build-row';
import { createPartsReader } from '../table/cell-parts';
import type { CellPart } from '../table/table';
import type { CapabilityValue } from '../value';
import { describeDifference, type Finding } from './findings';
import type { Topic } from './topic';

/** A row of the small table of an answer. */
export interface AnswerRow {
	/** `Edit`, `120 MB MP4 with a caption`. */
	name: string;
	/** Absent for a file, a text or an age. */
	path?: string;
	/** One for each column. */
	cells: readonly AnswerCell[];
}

/** The answer of one network. */
export interface AnswerCell {
	/** As in the table: `24 h, 10 edits`, `Not stated`. */
	text: string;
	symbol: string;
	tone: Tone;
	/** `1 of 244 differs`; empty where all chats agree. */
	note: string;
}

/** The row of a topic, for the networks of the small table. */
export function toAnswerRow(topic: Topic, shown: readonly CapabilityColumn[]): AnswerRow {
	const { row, findings, name } = topic;
	const byKey = new Map(findings.map((finding) => [finding.column.key, finding]));
	return {
		name: capitalize(name),
		...(row && { path: row.path }),
		cells: shown.flatMap((column) => {
			const finding = byKey.get(column.key);
			return finding ? [row ? toRowCell(row, finding) : toCheckCell(finding)] : [];
		})
	};
}

/** The cell of the table; where chats differ, the part that the sentence tells. */
function toRowCell(row: CapabilityRow, finding: Finding): AnswerCell {
	const { text, symbol, tone } = getToldPart(row, finding).formatted;
	return { text, symbol, tone, note: describeDifference(finding) };
}

/** The part of the table's cell that an answer tells. */
export function getToldPart(row: CapabilityRow, finding: Finding): CellPart {
	const parts = createPartsReader(row)(finding.column);
	return parts.find(({ statement }) => isTold(finding, statement.value)) ?? parts[0];
}

function isTold({ kind }: Finding, value: CapabilityValue): boolean {
	const works = doesWork(value);
	if (works === undefined) return kind === 'yes' && value.kind !== 'unstated';
	return works === (kind === 'yes');
}

const CHECK_CELLS: Readonly<Record<Finding['kind'], Omit<AnswerCell, 'note'>>> = {
	yes: { text: 'Yes', symbol: '✓', tone: 'good' },
	changed: { text: 'Changed', symbol: '◐', tone: 'fair' },
	no: { text: 'No', symbol: '✕', tone: 'bad' },
	unstated: { text: 'Not stated', symbol: '–', tone: 'silent' },
	unreported: { text: 'Not reported', symbol: '?', tone: 'silent' }
};

function toCheckCell(finding: Finding): AnswerCell {
	const cell = CHECK_CELLS[finding.kind];
	const text = finding.short ? `${cell.text}: ${finding.short}` : cell.text;
	return { ...cell, text, note: describeDifference(finding) };
}
