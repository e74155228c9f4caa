import type { TextFormat } from './shareable';

export interface TextFile {
	name: string;
	/** The use of the format. */
	hint: string;
	ending: string;
	type: string;
	/** Precedes the text in a file. */
	start?: string;
}

export const TEXT_FILES: Readonly<Record<TextFormat, TextFile>> = {
	markdown: {
		name: 'Markdown',
		hint: 'for GitHub and notes',
		ending: 'md',
		type: 'text/markdown'
	},
	csv: {
		name: 'CSV',
		hint: 'for spreadsheets',
		ending: 'csv',
		type: 'text/csv',
		// Without a byte order mark, Excel misreads every character beyond ASCII.
		start: '\ufeff'
	},
	json: {
		name: 'JSON',
		hint: 'for programs',
		ending: 'json',
		type: 'application/json'
	}
};
