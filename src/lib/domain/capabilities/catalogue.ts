import { attachmentRows } from './attachments';
import type { Capabilities } from './capabilities';
import { FIELD_ROWS } from './fields';
import { formattingRows } from './formatting';
import type { CapabilityRow } from './row';

/**
 * The table's rows, in order: every capability that the API documents, and whatever else these
 * chats report. Every field that any of them reports has exactly one row.
 */
export function catalogueFor(capabilitySets: Iterable<Capabilities>): CapabilityRow[] {
	const features = new Set<string>();
	const mimeTypes = new Map<string, Set<string>>();
	const added = new Set<string>();
	for (const { formatting = {}, attachments = {}, other = {} } of capabilitySets) {
		for (const feature of Object.keys(formatting)) features.add(feature);
		for (const path of Object.keys(other)) added.add(path);
		for (const [type, attachment] of Object.entries(attachments)) {
			const patterns = mimeTypes.get(type) ?? new Set();
			for (const pattern of Object.keys(attachment.mimeTypes)) patterns.add(pattern);
			mimeTypes.set(type, patterns);
		}
	}
	const rows = [...FIELD_ROWS, ...formattingRows(features), ...attachmentRows(mimeTypes)];
	const known = new Set(rows.map(({ path }) => path));
	const others = [...added].filter((path) => !known.has(path)).sort();
	return [...rows, ...others.map(otherRow)];
}

function otherRow(path: string): CapabilityRow {
	return {
		path,
		section: 'Other',
		name: path,
		meaning: 'Newer than this dashboard, shown as the server reports it.',
		kind: 'reported'
	};
}
