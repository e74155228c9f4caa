/** Outlines on a 16 × 16 grid, drawn in the text colour. */
export const ICONS = {
	add: 'M8 3v10M3 8h10',
	archived: 'M2 3h12v3H2zM3 6v7h10V6M6 9h4',
	check: 'M3 8.5 6.5 12 13 4.5',
	chevron: 'm6 4 4 4-4 4',
	clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2 1.5',
	close: 'm4 4 8 8M12 4l-8 8',
	columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
	commands: 'm3 4.5 3.5 3.5L3 11.5M8 12h5',
	copy: 'M6 6h7v7H6zM3 10V3h7',
	disappearing: 'M5 2h6M5 14h6M5.5 2v2.5L8 8l2.5-3.5V2M5.5 14v-2.5L8 8l2.5 3.5V14',
	draft: 'm3 13 .7-3L11 2.7l2.3 2.3L6 12.3zM9.7 4l2.3 2.3',
	exit: 'M6 3H3v10h3M7 8h7M11 5l3 3-3 3',
	eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
	filter: 'M2 4h12M4.5 8h7M7 12h2',
	group:
		'M6 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M2 13c0-2.5 1.8-4 4-4s4 1.5 4 4M10.5 4a1.8 1.8 0 0 1 0 3.4M11.5 9.3c1.6.4 2.5 1.7 2.5 3.7',
	'low-priority': 'M8 3v9M4.5 8.5 8 12l3.5-3.5',
	mask: 'M1.5 5.5c2-1 4.5-.6 6.5.6 2-1.2 4.5-1.6 6.5-.6 0 3.5-1 6-3.5 6-1.5 0-2.2-1.3-3-1.3s-1.5 1.3-3 1.3c-2.5 0-3.5-2.5-3.5-6M4 7.8h2.2M9.8 7.8H12',
	mentions:
		'M8 5.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6M10.3 6v3c0 2.3 3.2 2 3.2-1A5.5 5.5 0 1 0 11 12.6',
	merged: 'M4 2.5v2.5c0 2.5 4 2.5 4 5v4M12 2.5v2.5c0 2.5-4 2.5-4 5',
	muted: 'M3 6h2.5L9 3v10l-3.5-3H3zM11.5 6.5l3 3M14.5 6.5l-3 3',
	'normal-priority': 'M8 12V3M4.5 6.5 8 3l3.5 3.5',
	open: 'M7 3H3v10h10V9M9.5 2.5h4v4M13.5 2.5 7.5 8.5',
	peek: 'M2 3h12v10H2zM9 3v10M11 6h1M11 8.5h1',
	pinned: 'M6 2h4M6.5 2v4L4.5 9h7l-2-3V2M8 9v5',
	read: 'M1.5 8.5 4.5 12l6-7.5M8 11l1 1 5.5-7.5',
	'read-only': 'M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
	refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13.3 2v2.8h-2.8',
	reminder: 'M4 7a4 4 0 0 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10.5 4 7M6.5 13.5a1.6 1.6 0 0 0 3 0',
	search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8M10 10l3.5 3.5',
	single: 'M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M3.5 13.5c0-2.7 2-4 4.5-4s4.5 1.3 4.5 4',
	snoozed: 'M3 4h4l-4 5h4M9 8h4l-4 5h4',
	stop: 'M4 4h8v8H4z',
	theme: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5h3.5M8 8h6M8 11h3.5',
	unarchive: 'M2 3h12v3H2zM3 6v7h10V6M8 11.5v-3.5M6.3 9.5 8 7.8l1.7 1.7',
	unmute: 'M3 6h2.5L9 3v10l-3.5-3H3zM11 6.2a2.5 2.5 0 0 1 0 3.6M12.8 4.4a5.2 5.2 0 0 1 0 7.2',
	unpin: 'M6 2h4M6.5 2v4L4.5 9h7l-2-3V2M8 9v5M2.5 2.5l11 11',
	unread: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
	warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3'
} as const;

export type IconName = keyof typeof ICONS;

export function isIconName(name: string): name is IconName {
	return Object.hasOwn(ICONS, name);
}
