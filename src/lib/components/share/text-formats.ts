import type { TextFormat } from './shareable-table';

export interface TextFile {
	format: TextFormat;
	name: string;
	/** The use of the format. */
	hint: string;
	ending: string;
	type: string;
	/** Precedes the text in a file. */
	start?: string;
}

export const TEXT_FILES: readonly TextFile[] = [
	{
		format: 'markdown',
		name: 'Markdown',
		hint: 'for GitHub and notes',
		ending: 'md',
		type: 'text/markdown'
	},
	{
		format: 'csv',
		name: 'CSV',
		hint: 'for spreadsheets',
		ending: 'csv',
		type: 'text/csv',
		// Without a byte order mark, Excel misreads every character beyond ASCII.
		start: '\ufeff'
	},
	{
		format: 'json',
		name: 'JSON',
		hint: 'for programs',
		ending: 'json',
		type: 'application/json'
	}
];
