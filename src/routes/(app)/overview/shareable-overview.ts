import {
	PICTURE_FORMATS,
	type Shareable,
	type ShareOptions
} from '$lib/components/share/shareable';
import type { ActivityPlot } from '$lib/domain/overview/activity-plot';
import type { StateCounts } from '$lib/domain/overview/count-overview';
import type { HeadlineFigure } from '$lib/domain/overview/headline-figures';
import type { OverviewView } from '$lib/domain/overview/overview-view';
import type { Plot } from '$lib/domain/overview/plot';
import {
	toCountTable,
	type CountTable,
	type Report,
	type ReportFigure
} from '$lib/domain/overview/report';
import { STATE_KEYS, STATE_RANKING, STATES } from '$lib/domain/overview/states';
import { getShare, type OverviewRow } from '$lib/domain/overview/overview-rows';
import type { ExportMetadata } from '$lib/export/metadata';
import { formatCount, formatNumber } from '$lib/format/number';
import type { ThemeName } from '$lib/state/preferences.svelte';
import { getPictureTheme } from '../capabilities/shareable-table';

/** The overview as the page shows it, and the facts about it that an export states. */
export interface SharedOverview {
	view: OverviewView;
	figures: readonly HeadlineFigure[];
	/** In the order of the table. */
	rows: readonly OverviewRow[];
	totals: StateCounts;
	activity: ActivityPlot;
	unread: Plot;
	/** The day of the numbers, ISO. */
	date: string;
	/** True when chats are still loading. */
	isSoFar: boolean;
	/** Absent if the server did not report it. */
	serverVersion?: string | undefined;
	/** The address of the page. */
	link: string;
	theme: ThemeName;
}

/** Imports the drawing and writing code when called, since most visits do not share anything. */
export async function createShareableOverview(shared: SharedOverview): Promise<Shareable> {
	const { drawReport, writeReportCsv, writeReportMarkdown } = await import('$lib/export/report');
	const { date, serverVersion, totals, isSoFar } = shared;
	const theme = getPictureTheme(shared.theme);
	const reports = { named: buildReport(shared, true), nameless: buildReport(shared, false) };
	const isSame = reports.named.sections[0]?.table.rows.every(
		({ name }, place) => name === reports.nameless.sections[0]?.table.rows[place]?.name
	);

	function getReport({ isNamed }: ShareOptions): Report {
		return isNamed ? reports.named : reports.nameless;
	}

	function getHead({ title }: ShareOptions): ExportMetadata {
		return {
			...{ title, date, theme },
			...(serverVersion !== undefined && { serverVersion }),
			origin: `from ${formatCount(totals.total, 'chat')}${isSoFar ? ' so far' : ''}`
		};
	}

	return {
		fileName: `beeper-overview-${date}`,
		title: 'Overview of my chats',
		headline: reports.nameless.headline,
		theme,
		formats: PICTURE_FORMATS,
		sections: reports.nameless.sections.map(({ table }) => table.title),
		...(!isSame && {
			names: { label: 'Show account names', hint: 'Otherwise shown as numbers: “WhatsApp 1”.' }
		}),
		makePicture: (options) =>
			drawReport(
				getReport(options),
				{ ...getHead(options), theme: options.theme },
				options.format,
				options.section
			),
		texts: {
			markdown: (options) => writeReportMarkdown(getReport(options), getHead(options)),
			csv: (options) => writeReportCsv(getReport(options))
		},
		link: shared.link
	};
}

function buildReport(shared: SharedOverview, isNamed: boolean): Report {
	const { activity, unread } = shared;
	// A picture that others see leaves out how many accounts need attention.
	const figures = shared.figures.filter(
		({ key, view, count }) => view !== undefined && (key === 'chats' || count > 0)
	);
	return {
		headline: describeFigures(figures),
		figures,
		sections: [
			{ look: 'table', table: buildStateTable(shared, isNamed) },
			{ look: 'columns', plot: activity, table: toCountTable(activity) },
			{ look: 'rows', plot: unread, table: toCountTable(unread) }
		]
	};
}

function buildStateTable({ view, rows, totals }: SharedOverview, isNamed: boolean): CountTable {
	const names = isNamed ? rows.map(getFullName) : numberRows(rows);
	const sum = rows.reduce((chats, { counts }) => chats + counts.total, 0);
	return {
		title: view.by === 'network' ? 'Networks by state' : 'Accounts by state',
		heading: view.by === 'network' ? 'Network' : 'Account',
		columns: STATES.map(({ label }) => label),
		ranking: STATE_RANKING.map((key) => STATE_KEYS.indexOf(key)),
		rows: rows.map((row, place) => ({
			name: names[place] ?? row.name,
			networkKey: row.networkKey,
			counts: STATES.map(({ key }) => row.counts[key]),
			tints: STATES.map(({ key }) => getShare(view.share, key, row, totals))
		})),
		totals: STATES.map(({ key }) => totals[key]),
		notes:
			sum > totals.total
				? [`A merged chat counts in each of its ${view.by}s, and once in the total.`]
				: []
	};
}

function getFullName({ name, detail }: OverviewRow): string {
	return detail ? `${name}, ${detail}` : name;
}

/** Several accounts of one network are numbered: `WhatsApp 1`, `WhatsApp 2`. */
function numberRows(rows: readonly OverviewRow[]): string[] {
	const seen = new Map<string, number>();
	return rows.map(({ name }) => {
		const number = (seen.get(name) ?? 0) + 1;
		seen.set(name, number);
		const isAlone = rows.filter((row) => row.name === name).length === 1;
		return isAlone ? name : `${name} ${number}`;
	});
}

/** `400 chats, 74 unread, 1 mention, 101 waiting for you`. */
function describeFigures(figures: readonly ReportFigure[]): string {
	return figures
		.map(({ count, label }) => {
			const words = label.toLowerCase();
			return `${formatNumber(count)} ${count === 1 ? words.replace(PLURAL, '$1') : words}`;
		})
		.join(', ');
}

/** Labels are in the plural, as they head a number that may change. */
const PLURAL = /\b(chat|mention|draft|reminder)s\b/;
