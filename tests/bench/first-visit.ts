import type { Browser } from '@playwright/test';
import { startSampleApi } from '../e2e/servers';
import { formatTextTable, inMilliseconds, toSpread, type Spread } from './table';
import { loadFirstRow, openVisit, type Noted, type Site } from './visit';

export interface FirstVisitFigures {
	site: string;
	/** Milliseconds until the first request for chats is sent. */
	asked: Spread;
	/** Milliseconds until its response has arrived. */
	answered: Spread;
	/** Milliseconds until the first chat is painted. */
	firstRow: Spread;
}

/** How often each site is visited. */
const VISITS = 20;

/**
 * First visits to sites in turn, each in a profile of its own.
 *
 * @param sites - the last one is what the others are compared with
 */
export async function benchFirstVisit(
	browser: Browser,
	sites: readonly Site[]
): Promise<FirstVisitFigures[]> {
	const visits = sites.map((site) => ({ site, noted: new Array<Noted>() }));
	const api = await startSampleApi('--chats', '1000', '--latency', '5');
	try {
		for (let turn = 0; turn < VISITS; turn++) {
			for (const { site, noted } of visits) {
				const visit = await openVisit(browser, site, api);
				noted.push(await loadFirstRow(visit));
				await visit.close();
			}
		}
	} finally {
		await api.stop();
	}
	const figures = visits.map(({ site, noted }) => ({
		site: site.name,
		asked: toSpread(noted.map(({ asked }) => asked)),
		answered: toSpread(noted.map(({ answered }) => answered)),
		firstRow: toSpread(noted.map(({ firstRow }) => firstRow))
	}));
	const least = figures.at(-1)?.firstRow.p50 ?? NaN;
	console.log(`\n${VISITS} first visits of each, in turn, 5 ms before each answer\n`);
	console.log(
		formatTextTable(
			['', 'request p50', 'response p50', 'first row p50', 'p95', 'ratio'],
			figures.map(({ site, asked, answered, firstRow }) => [
				site,
				...[asked.p50, answered.p50, firstRow.p50, firstRow.p95].map(inMilliseconds),
				`${(firstRow.p50 / least).toFixed(1)}×`
			])
		)
	);
	return figures;
}
