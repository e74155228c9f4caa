/** Title and origin of an exported table. */
export interface ExportMetadata {
	title: string;
	/** The answer in one sentence; absent where there is none. */
	headline?: string | undefined;
	/** The day of the values, ISO: `2026-10-22`; empty for values of several days. */
	date: string;
	/** Absent where the server's version is not known. */
	serverVersion?: string;
	/** `from 412 chats`; absent for a table without chats. */
	origin?: string;
	/** The theme of the picture; other formats ignore it. */
	theme: 'light' | 'dark';
}

/** The footer of every export that people read. */
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

/** The line below the title: `22 October 2026 · Beeper 4.2.808 · from 412 chats`. */
export function formatSubtitle({
	date,
	serverVersion,
	origin
}: Omit<ExportMetadata, 'title' | 'headline' | 'theme'>): string {
	return [formatDay(date), serverVersion && `Beeper ${serverVersion}`, origin]
		.filter(Boolean)
		.join(' · ');
}

/** The last lines of a picture: date and source, then the project. */
export function listFooter({ date, origin }: Pick<ExportMetadata, 'date' | 'origin'>): string[] {
	return [formatSubtitle({ date, ...(origin !== undefined && { origin }) }), FOOTER];
}

/** `22 October 2026`; a text that is not an ISO date is returned unchanged. */
function formatDay(date: string): string {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
	const name = MONTHS[Number(month) - 1];
	return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}
