import type { TextFormat } from './shareable-table';

export interface TextFile {
	format: TextFormat;
	name: string;
	/** What it is good for. */
	hint: string;
	ending: string;
	type: string;
	/** What a file of it begins with. */
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
		// Without a byte order mark Excel takes every letter beyond ASCII for another.
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
