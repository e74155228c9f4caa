import { resolve } from '$app/paths';
import type {
	PictureTheme,
	ShareableTable,
	TextFormat
} from '$lib/components/share/shareable-table';
import type { ColumnGrouping } from '$lib/domain/capabilities/columns/build-columns';
import { formatCount } from '$lib/format/number';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { formatSubtitle, type ExportMetadata } from '$lib/export/metadata';
import type { ThemeName } from '$lib/state/preferences.svelte';

/** A table as the page shows it, and the facts about it that an export states. */
export interface SharedTable {
	/** @param isNamed - false: accounts and chats are numbered instead of named */
	build: (isNamed: boolean) => TableModel;
	/** The meaning of the columns. */
	by: ColumnGrouping;
	/** The date of the data, ISO. */
	date: string;
	/** True when the table is a snapshot of that date rather than live. */
	isSnapshot?: boolean;
	/** True when chats are still loading. */
	isSoFar?: boolean;
	/** Absent if the server did not report it. */
	serverVersion?: string | undefined;
	/** The address of the view; absent if the address of the page does not identify the table. */
	link?: string;
	snapshot: () => Snapshot;
	/** Origin of this page, where links to snapshots open. */
	origin: string;
	theme: ThemeName;
}

const TITLES: Readonly<Record<ColumnGrouping, string>> = {
	network: 'What each network can do',
	variant: 'What each network can do',
	account: 'What each account can do',
	type: 'What each kind of chat can do',
	chat: 'What each chat can do'
};

/** Imports the drawing and writing code when called, since most visits do not share anything. */
export async function createShareableTable(shared: SharedTable): Promise<ShareableTable> {
	const [{ drawSvg }, { writeMarkdown }, { writeCsv }, { writeJson }, { writeSnapshot }, links] =
		await Promise.all([
			import('$lib/export/svg'),
			import('$lib/export/markdown'),
			import('$lib/export/csv'),
			import('$lib/export/json'),
			import('$lib/api/snapshot'),
			import('$lib/api/snapshot-link')
		]);
	const tables = { named: shared.build(true), nameless: shared.build(false) };
	const names = findOptionalNames(tables, shared.by);
	const theme = getPictureTheme(shared.theme);
	const head = createMetadata(shared, tables.nameless);
	const writers: Readonly<Record<TextFormat, (table: TableModel) => string>> = {
		markdown: (table) => writeMarkdown(table, { ...head, theme }),
		csv: writeCsv,
		json: (table) => writeJson(table, { ...head, theme })
	};

	function getTable(isNamed: boolean): TableModel {
		return isNamed ? tables.named : tables.nameless;
	}

	return {
		date: shared.date,
		theme,
		description: describeTable(head.title, tables.nameless),
		...(names && { names }),
		draw: (wanted, isNamed) => drawSvg(getTable(isNamed), { ...head, theme: wanted }),
		write: (format, isNamed) => writers[format](getTable(isNamed)),
		...(shared.link !== undefined && { link: shared.link }),
		writeSnapshot: () => writeSnapshot(shared.snapshot()),
		async linkSnapshot() {
			const fragment = await links.packSnapshot(shared.snapshot());
			return `${shared.origin}${resolve('/capabilities/snapshot')}#${fragment}`;
		}
	};
}

type ExportContext = Pick<SharedTable, 'by' | 'date' | 'isSnapshot' | 'isSoFar' | 'serverVersion'>;

/** The heading of an exported table: subject, date and source. */
export function getHeading(about: ExportContext, table: Pick<TableModel, 'columns'>) {
	const head = createMetadata(about, table);
	return { title: head.title, subtitle: formatSubtitle(head) };
}

function createMetadata(
	{ by, date, isSnapshot, isSoFar, serverVersion }: ExportContext,
	{ columns }: Pick<TableModel, 'columns'>
): Omit<ExportMetadata, 'theme'> {
	const chats = columns
		.filter(({ origin }) => origin !== 'reference')
		.reduce((sum, column) => sum + column.chats, 0);
	const from = isSnapshot ? 'from a snapshot of' : 'from';
	return {
		title: TITLES[by],
		date,
		...(serverVersion !== undefined && { serverVersion }),
		...(chats > 0 && { origin: `${from} ${formatCount(chats, 'chat')}${isSoFar ? ' so far' : ''}` })
	};
}

function findOptionalNames(
	{ named, nameless }: Record<'named' | 'nameless', TableModel>,
	by: ColumnGrouping
): ShareableTable['names'] {
	const isSame = named.columns.every(({ name }, index) => name === nameless.columns[index]?.name);
	if (isSame) return undefined;
	return by === 'chat' ? 'chats' : 'accounts';
}

function describeTable(title: string, { columns, sections }: TableModel): string {
	const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
	return `“${title}”, a table of ${formatCount(rows, 'row')} and ${formatCount(columns.length, 'column')}`;
}

function getPictureTheme(name: ThemeName): PictureTheme {
	if (name !== 'system') return name;
	return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
