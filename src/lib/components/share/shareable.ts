export type PictureTheme = 'light' | 'dark';

/**
 * In the order in which they're offered. `post` and `square` have a fixed size; `full` is as large as
 * its content needs.
 */
export const PICTURE_FORMATS = ['post', 'square', 'full'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** In the order in which they're offered. */
export const TEXT_FORMATS = ['markdown', 'csv', 'json'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** The choices that all exports follow. */
export interface ShareOptions {
	/** `Shareable.title`, or what the user made of it; never empty. */
	title: string;
	/** False: accounts and chats are numbered instead of named. */
	isNamed: boolean;
}

export interface PictureOptions extends ShareOptions {
	format: PictureFormat;
	theme: PictureTheme;
	/** One of `Shareable.sections`, to be drawn alone; absent: all of them. */
	section?: string | undefined;
}

export interface Picture {
	/** Self-contained and opaque; `width` and `height` are its attributes. */
	svg: string;
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	/** The text alternative: the headline and the values, for people who can't see the picture. */
	alt: string;
}

/**
 * The content that the share dialog exports: a table, a plot, a page of both. A route creates it
 * and hands it to `ShareDialog`, as components may not import the exporters. Only `makePicture` and
 * the texts do work, each time they're called, and equal options give equal results.
 */
export interface Shareable {
	/** Name of its files, without extension: `beeper-capabilities-2026-11-21`. */
	fileName: string;
	/** The initial title, from what is shown: `Editing on Signal`. */
	title: string;
	/** The answer in one sentence, which pictures show large; absent where there is none. */
	headline?: string;
	/** The page's theme, and the picture's initial one. */
	theme: PictureTheme;
	/** The formats that `makePicture` can draw; the first is the initial one. */
	formats: readonly PictureFormat[];
	/** Names of its parts, each of which can be a picture of its own. Absent or empty: it has no parts. */
	sections?: readonly string[];
	/** The checkbox that shows names left out by default. Absent: it contains none. */
	names?: { label: string; hint: string };
	makePicture: (options: PictureOptions) => Picture;
	/** A writer for each text format it has. */
	texts: Partial<Readonly<Record<TextFormat, (options: ShareOptions) => string>>>;
	/** The URL of the view; absent where the address of the page does not identify it. */
	link?: string;
	/** True on the public pages: everyone can open `link`. */
	isPublic?: boolean;
	/** A copy of the values to send or to keep; absent where there is none. */
	snapshot?: ShareableSnapshot;
}

export interface ShareableSnapshot {
	/** Name of its file, with extension. */
	fileName: string;
	/** Writes it as JSON. */
	write: () => string;
	/**
	 * Creates a URL that contains it.
	 *
	 * @throws SnapshotError when no link can hold it
	 */
	createLink: () => Promise<string>;
	/** True: the URL leads to the public pages, which everyone can open. */
	isPublic?: boolean;
}
