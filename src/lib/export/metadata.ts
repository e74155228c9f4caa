/** What an export says about itself. */
export interface ExportMetadata {
	title: string;
	/** The day it is made, `2026-10-22`. */
	date: string;
	/** Absent where no server was asked. */
	serverVersion?: string;
	/** Where the answers are from: `from 412 chats`. */
	origin?: string;
	/** Of the picture; text has none. */
	theme: 'light' | 'dark';
}

/** In every export that people read. */
export const FOOTER = 'Beeper Dashboard – not an official Beeper product';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** One line below the title: `22 October 2026 · server 4.2.808 · from 412 chats`. */
export function formatSubtitle({
	date,
	serverVersion,
	origin
}: Omit<ExportMetadata, 'title' | 'theme'>): string {
	return [dayWords(date), serverVersion && `server ${serverVersion}`, origin]
		.filter(Boolean)
		.join(' · ');
}

/** `22 October 2026`; what is no ISO day stays as it is. */
function dayWords(date: string): string {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
	const name = MONTHS[Number(month) - 1];
	return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}
