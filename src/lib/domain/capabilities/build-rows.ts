import { buildAttachmentRows, getTypeName } from './attachment-rows';
import type { Capabilities } from './model';
import { FIELD_ROWS } from './field-rows';
import { buildFormattingRows } from './formatting-rows';
import { getOtherLeaves } from './other-fields';
import { ATTACHMENT_TYPES } from './path';
import { toReadableName, makeRowNamesUnique } from './readable-name';
import type { CapabilityRow } from './row';

/**
 * Builds the rows of the table, in order: every capability that the API documents, and every other
 * field that these chats report. Each reported field has exactly one row.
 */
export function buildRows(capabilitySets: Iterable<Capabilities>): CapabilityRow[] {
	const features = new Set<string>();
	const mimeTypes = new Map<string, Set<string>>();
	const added = new Set<string>();
	const fields = new Set<string>();
	for (const capabilities of capabilitySets) {
		const { formatting = {}, attachments = {}, other } = capabilities;
		for (const field of Object.keys(capabilities)) fields.add(field);
		for (const feature of Object.keys(formatting)) features.add(feature);
		for (const path of getOtherLeaves(other).keys()) added.add(path);
		for (const [type, attachment] of Object.entries(attachments)) {
			const patterns = mimeTypes.get(type) ?? new Set();
			for (const pattern of Object.keys(attachment.mimeTypes)) patterns.add(pattern);
			mimeTypes.set(type, patterns);
		}
	}
	const fieldRows = FIELD_ROWS.filter(
		({ path, isUndocumented }) => !isUndocumented || fields.has(path)
	);
	const rows = [...fieldRows, ...buildFormattingRows(features), ...buildAttachmentRows(mimeTypes)];
	const known = new Set(rows.map(({ path }) => path));
	const others = [...added].filter((path) => !known.has(path)).sort();
	return [...rows, ...makeRowNamesUnique(others.map(createOtherRow))];
}

function createOtherRow(path: string): CapabilityRow {
	return {
		path,
		section: 'Other',
		name: toRowName(path),
		meaning: 'Newer than this dashboard, shown as Beeper reports it.',
		kind: 'reported'
	};
}

/** A field of a known attachment type is named after the type: `Image: max pages`. */
function toRowName(path: string): string {
	const type = ATTACHMENT_TYPES.find((known) => path.startsWith(`attachments.${known}.`));
	if (type === undefined) return toReadableName(path);
	const field = toReadableName(path.slice(`attachments.${type}.`.length));
	return `${getTypeName(type)}: ${field.charAt(0).toLowerCase()}${field.slice(1)}`;
}
