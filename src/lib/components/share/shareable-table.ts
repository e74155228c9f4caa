export type PictureTheme = 'light' | 'dark';
/** In the order in which they're offered. */
export const TEXT_FORMATS = ['markdown', 'csv', 'json'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** A table with its exports in all formats. Made by a route, as components may not import the exporters. */
export interface ShareableTable {
	/** The day of the values, ISO; part of file names. */
	date: string;
	/** The page's theme, and the picture's initial one. */
	theme: PictureTheme;
	/** Text alternative of the picture. */
	description: string;
	/** The kind of names that columns contain, and that are left out by default. Absent: no names. */
	names?: 'accounts' | 'chats';
	/** Draws a self-contained SVG. */
	draw: (theme: PictureTheme, isNamed: boolean) => string;
	write: (format: TextFormat, isNamed: boolean) => string;
	/** The URL of this view; absent where the table has none. */
	link?: string;
	/** Writes the snapshot as JSON. */
	writeSnapshot: () => string;
	/**
	 * Creates a URL that contains the snapshot.
	 *
	 * @throws SnapshotError when no link can hold it
	 */
	linkSnapshot: () => Promise<string>;
}
