import {
	PICTURE_FORMATS,
	type PictureTheme,
	type Shareable,
	type ShareOptions
} from '$lib/components/share/shareable';
import type { ColumnGrouping } from '$lib/domain/capabilities/columns/build-columns';
import { formatCount } from '$lib/format/number';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import { formatTableTitle } from '$lib/domain/capabilities/table/table-title';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { formatSubtitle, type ExportMetadata } from '$lib/export/metadata';
import type { ThemeName } from '$lib/state/preferences.svelte';
import { findSharePage } from '../../share-address';

/** A table as the page shows it, and the facts about it that an export states. */
export interface SharedTable {
	/** @param isNamed - false: accounts and chats are numbered instead of named */
	build: (isNamed: boolean) => TableModel;
	/** The meaning of the columns. */
	by: ColumnGrouping;
	/** The search in the rows; absent: all rows. */
	q?: string;
	/** True when the user chose the networks. */
	isPicked?: boolean;
	/** The answer to a question that the table answers; absent: the first difference from a baseline. */
	headline?: string | undefined;
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
	/** Everyone can open `link`. */
	isPublic?: boolean;
	snapshot: () => Snapshot;
	/** Origin of this page, where links to snapshots open. */
	origin: string;
	theme: ThemeName;
}

const NAMES = {
	accounts: { label: 'Show account names', hint: 'Otherwise shown as numbers: “WhatsApp 1”.' },
	chats: { label: 'Show chat names', hint: 'Otherwise shown as numbers: “Chat 1”.' }
} as const;

/** Imports the drawing and writing code when called, since most visits do not share anything. */
export async function createShareableTable(shared: SharedTable): Promise<Shareable> {
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
	const metadata = createMetadata(shared, tables.nameless);
	const snapshotPage = findSharePage(shared.origin, '/capabilities/snapshot');
	const headline = getHeadline(false);

	function getTable({ isNamed }: ShareOptions): TableModel {
		return isNamed ? tables.named : tables.nameless;
	}

	function getHeadline(isNamed: boolean): string | undefined {
		return shared.headline ?? getTable({ title: '', isNamed }).summary[0];
	}

	function getHead({ title, isNamed }: ShareOptions): Omit<ExportMetadata, 'theme'> {
		return { ...metadata, title, headline: getHeadline(isNamed) };
	}

	return {
		fileName: `beeper-capabilities-${shared.date}`,
		title: metadata.title,
		...(headline !== undefined && { headline }),
		theme,
		formats: PICTURE_FORMATS,
		sections: tables.nameless.sections
			.filter(({ rows }) => rows.length > 0)
			.map(({ section }) => section),
		...(names && { names: NAMES[names] }),
		makePicture: ({ format, theme: wanted, section, ...options }) =>
			drawSvg(
				limitToSection(getTable(options), section),
				{ ...getHead(options), theme: wanted },
				format
			),
		texts: {
			markdown: (options) => writeMarkdown(getTable(options), { ...getHead(options), theme }),
			csv: (options) => writeCsv(getTable(options)),
			json: (options) => writeJson(getTable(options), { ...getHead(options), theme })
		},
		...(shared.link !== undefined && { link: shared.link }),
		...(shared.isPublic && { isPublic: true }),
		snapshot: {
			fileName: `beeper-snapshot-${shared.date}.json`,
			write: () => writeSnapshot(shared.snapshot()),
			async createLink() {
				const fragment = await links.packSnapshot(shared.snapshot());
				return `${snapshotPage.address}#${fragment}`;
			},
			isPublic: snapshotPage.isPublic
		}
	};
}

type ExportContext = Pick<
	SharedTable,
	'by' | 'q' | 'isPicked' | 'date' | 'isSnapshot' | 'isSoFar' | 'serverVersion'
>;

/** The heading of an exported table: subject, date and source. */
export function getHeading(about: ExportContext, table: TableModel) {
	const head = createMetadata(about, table);
	return { title: head.title, subtitle: formatSubtitle(head) };
}

function createMetadata(
	{ by, q = '', isPicked = false, date, isSnapshot, isSoFar, serverVersion }: ExportContext,
	table: TableModel
): Omit<ExportMetadata, 'theme'> {
	const chats = table.columns
		.filter(({ origin }) => origin !== 'reference')
		.reduce((sum, column) => sum + column.chats, 0);
	const from = isSnapshot ? 'from a snapshot of' : 'from';
	return {
		title: formatTableTitle(table, { by, q, isPicked }),
		date,
		...(serverVersion !== undefined && { serverVersion }),
		...(chats > 0 && { origin: `${from} ${formatCount(chats, 'chat')}${isSoFar ? ' so far' : ''}` })
	};
}

function limitToSection(table: TableModel, section: string | undefined): TableModel {
	if (section === undefined) return table;
	return { ...table, sections: table.sections.filter((part) => part.section === section) };
}

function findOptionalNames(
	{ named, nameless }: Record<'named' | 'nameless', TableModel>,
	by: ColumnGrouping
): keyof typeof NAMES | undefined {
	const isSame = named.columns.every(({ name }, index) => name === nameless.columns[index]?.name);
	if (isSame) return undefined;
	return by === 'chat' ? 'chats' : 'accounts';
}

/** The theme of the page, as pictures have it. */
export function getPictureTheme(name: ThemeName): PictureTheme {
	if (name !== 'system') return name;
	return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
