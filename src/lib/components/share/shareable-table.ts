export type PictureTheme = 'light' | 'dark';
export type TextFormat = 'markdown' | 'csv' | 'json';

/** A table to be shared, in every shape there is. A route makes it: components know no formats. */
export interface ShareableTable {
	/** The day it is of, ISO; files are named for it. */
	date: string;
	/** Of the page, and of the picture unless another is chosen. */
	theme: PictureTheme;
	/** For those who do not see the picture. */
	description: string;
	/** Whose names some columns bear; they are left out unless asked for. Absent: nobody's. */
	names?: 'accounts' | 'chats';
	/** A picture that stands alone, as SVG. */
	draw: (theme: PictureTheme, isNamed: boolean) => string;
	write: (format: TextFormat, isNamed: boolean) => string;
	/** The address of this view; absent where it is nobody else's to open. */
	link?: string;
	/** As JSON, to be saved. */
	writeSnapshot: () => string;
	/**
	 * An address that carries the snapshot.
	 *
	 * @throws SnapshotError when no link can hold it
	 */
	linkSnapshot: () => Promise<string>;
}
