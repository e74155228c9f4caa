import { fetched } from './fetched';
import { isRecord } from './fields';

let write: ((html: string) => string) | undefined;

/**
 * To be awaited before chats are read: few have a draft, and it takes a lot to write it as Markdown.
 *
 * @param rows - as they came
 * @throws SourceError `not-loaded`
 */
export async function prepareDrafts(rows: readonly unknown[]): Promise<void> {
	if (!write && rows.some((row) => isRecord(row) && isRecord(row.draft))) await fetchWriter();
}

/** Have it here when the first draft comes, as the first row may wait for it. */
export function expectDrafts(): void {
	if (!write) fetchWriter().catch(() => {});
}

async function fetchWriter(): Promise<void> {
	const module = await fetched(import('./markdown'));
	write = module.markdownOf;
}

/** @throws Error when nobody has prepared it */
export function draftMarkdown(html: string): string {
	if (!write) throw new Error('A draft is read that nobody has prepared');
	return write(html);
}
