import {
	type AttachmentCapability,
	type Capabilities,
	findBestLevel,
	isSupportLevel,
	isWorking,
	type SupportLevel
} from './model';
import { getLevelPath } from './attachments';
import { FIELD_ROWS } from './fields';
import { toListItems } from './list-items';
import { matchMime } from './mime';
import { getOtherLeaves } from './other-fields';
import { parsePath, type AttachmentField } from './path';
import type { CapabilityRow } from './row';

/** What one chat says about one capability; every kind of silence is its own statement. */
export type CapabilityValue =
	| { kind: 'level'; level: SupportLevel }
	| { kind: 'flag'; value: boolean }
	| { kind: 'limit'; value: number }
	/** Each once, words in the chat's own order, which means nothing. Empty: none at all. */
	| { kind: 'list'; items: readonly (string | number)[] }
	/** A field the API added since, as it came. */
	| { kind: 'reported'; value: unknown }
	/** The chat has no capabilities at all. */
	| { kind: 'unreported' }
	/** The chat has capabilities, this is not among them. */
	| { kind: 'unstated' }
	/** It belongs to something that the chat does not carry: a size limit of a rejected type. */
	| { kind: 'inapplicable' }
	/** Left out where leaving out has a meaning. */
	| { kind: 'omitted'; as: 'rejected' | 'none' | 'no-limit' | 'any' };

/** Reads one capability from many chats; undefined is a chat without capabilities. */
export type ValueReader = (capabilities: Capabilities | undefined) => CapabilityValue;

const UNREPORTED: CapabilityValue = { kind: 'unreported' };
const UNSTATED: CapabilityValue = { kind: 'unstated' };
const INAPPLICABLE: CapabilityValue = { kind: 'inapplicable' };
const REJECTED: CapabilityValue = { kind: 'omitted', as: 'rejected' };
const NONE: CapabilityValue = { kind: 'omitted', as: 'none' };
const NO_LIMIT: CapabilityValue = { kind: 'omitted', as: 'no-limit' };
const ANY: CapabilityValue = { kind: 'omitted', as: 'any' };

const FIELDS: ReadonlyMap<string, CapabilityRow> = new Map(
	FIELD_ROWS.map((row) => [row.path, row])
);

/**
 * What a chat says about the capability at `path`.
 *
 * @param path - dotted, in the API's own names, `state.title` for `state.title.level`; a path that
 * the API does not have reads as not stated
 */
export function readValue(capabilities: Capabilities | undefined, path: string): CapabilityValue {
	return createValueReader(path)(capabilities);
}

/** The same as {@link readValue}, for one path and many chats. */
export function createValueReader(path: string): ValueReader {
	const read = knownReader(path);
	return (capabilities) => {
		if (!capabilities) return UNREPORTED;
		const added = getOtherLeaves(capabilities.other).get(path) ?? own(capabilities.other, path);
		return added === undefined ? read(capabilities) : { kind: 'reported', value: added };
	};
}

type Read = (capabilities: Capabilities) => CapabilityValue;

function knownReader(path: string): Read {
	const place = parsePath(path);
	switch (place.in) {
		case 'formatting':
			return ({ formatting }) =>
				formatting ? stated(own(formatting, place.feature), NONE) : UNSTATED;
		case 'attachment':
			return typeReader(place.type);
		case 'mime':
			return mimeReader(place.type, place.pattern);
		case 'attachment-field':
			return attachmentReader(place.type, place.field);
		case 'fields':
			return fieldReader(place.path, place.keys);
	}
}

function fieldReader(path: string, keys: readonly string[]): Read {
	const row = FIELDS.get(path);
	if (!row) return () => UNSTATED;
	const applies = applicability(row.levelPath);
	return (capabilities) => {
		if (!applies(capabilities)) return INAPPLICABLE;
		const value = keys.reduce<unknown>(own, capabilities);
		return row.isZeroUnlimited && value === 0
			? NO_LIMIT
			: stated(value, silenceOf(row, capabilities));
	};
}

/** What leaving a field out means. */
function silenceOf(
	{ path, kind }: CapabilityRow,
	{ disappearingTimer }: Capabilities
): CapabilityValue {
	if (path === 'allowedReactions') return ANY;
	if (path === 'disappearingTimer.timers' && disappearingTimer) return ANY;
	return kind === 'limit' ? NO_LIMIT : UNSTATED;
}

/** A type of attachment has no level of its own: it is as good as the best of its MIME types. */
function typeReader(type: string): Read {
	return ({ attachments }) => {
		if (!attachments) return UNSTATED;
		return stated(
			findBestLevel(Object.values(attachmentOf(attachments, type)?.mimeTypes ?? {})),
			REJECTED
		);
	};
}

function mimeReader(type: string, pattern: string): Read {
	return ({ attachments }) => {
		if (!attachments) return UNSTATED;
		const attachment = attachmentOf(attachments, type);
		return stated(attachment && matchMime(attachment, pattern)?.level, REJECTED);
	};
}

function attachmentReader(type: string, field: AttachmentField): Read {
	const levelPath = getLevelPath(type, field);
	const applies = applicability(levelPath);
	const silence = levelPath === undefined ? UNSTATED : NO_LIMIT;
	return (capabilities) => {
		if (!capabilities.attachments) return silence;
		const attachment = attachmentOf(capabilities.attachments, type);
		if (!attachment || !applies(capabilities)) return INAPPLICABLE;
		return stated(attachment[field], silence);
	};
}

/** Whether a limit stands: not where its level says that nothing is carried; silence says nothing. */
function applicability(levelPath: string | undefined): (capabilities: Capabilities) => boolean {
	if (levelPath === undefined) return () => true;
	const read = knownReader(levelPath);
	return (capabilities) => {
		const reading = read(capabilities);
		return reading.kind === 'level' ? isWorking(reading.level) : reading.kind === 'unstated';
	};
}

function stated(value: unknown, silence: CapabilityValue): CapabilityValue {
	if (isSupportLevel(value)) return { kind: 'level', level: value };
	if (typeof value === 'boolean') return { kind: 'flag', value };
	if (typeof value === 'number') return { kind: 'limit', value };
	if (Array.isArray(value)) return { kind: 'list', items: toListItems(value) };
	return silence;
}

function attachmentOf(
	attachments: Readonly<Record<string, AttachmentCapability>>,
	type: string
): AttachmentCapability | undefined {
	return Object.hasOwn(attachments, type) ? attachments[type] : undefined;
}

/** Paths come from addresses: `constructor` must not find what every object inherits. */
function own(value: unknown, key: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.getOwnPropertyDescriptor(value, key)?.value;
}
