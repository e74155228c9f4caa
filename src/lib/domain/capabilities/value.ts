import { getLevelPath } from './attachment-rows';
import { FIELD_ROWS } from './field-rows';
import { toListItems } from './list-items';
import { matchMime } from './mime';
import {
	findBestLevel,
	isSupportLevel,
	isWorking,
	type AttachmentCapability,
	type Capabilities,
	type SupportLevel
} from './model';
import { getOtherLeaves } from './other-fields';
import { parsePath, type AttachmentField } from './path';
import type { CapabilityRow } from './row';

/** The value of one capability in one chat; each kind of silence is a value of its own. */
export type CapabilityValue =
	| { kind: 'level'; level: SupportLevel }
	| { kind: 'flag'; value: boolean }
	| { kind: 'limit'; value: number }
	/** Distinct items; words in the chat's own order, which has no meaning. Empty: nothing is allowed. */
	| { kind: 'list'; items: readonly (string | number)[] }
	/** A field that this dashboard does not know yet, as reported. */
	| { kind: 'reported'; value: unknown }
	/** The chat has no capabilities at all. */
	| { kind: 'unreported' }
	/** The chat has capabilities, but not this one. */
	| { kind: 'unstated' }
	/** The capability belongs to something that does not work in the chat: a size limit of a rejected type. */
	| { kind: 'inapplicable' }
	/** The field is absent, and its absence has a meaning. */
	| { kind: 'omitted'; as: 'rejected' | 'none' | 'no-limit' | 'any' };

/** Reads one capability of many chats; `undefined` is a chat without capabilities. */
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
 * Reads the capability at `path` of one chat.
 *
 * @param path - dotted, in the API's own names, `state.title` for `state.title.level`; a path that
 * the API does not have reads as not stated
 */
export function readValue(capabilities: Capabilities | undefined, path: string): CapabilityValue {
	return createValueReader(path)(capabilities);
}

/** Like {@link readValue}, for one path and many chats. */
export function createValueReader(path: string): ValueReader {
	const read = createKnownReader(path);
	return (capabilities) => {
		if (!capabilities) return UNREPORTED;
		const other = getOtherLeaves(capabilities.other).get(path) ?? getOwn(capabilities.other, path);
		return other === undefined ? read(capabilities) : { kind: 'reported', value: other };
	};
}

type KnownReader = (capabilities: Capabilities) => CapabilityValue;

function createKnownReader(path: string): KnownReader {
	const target = parsePath(path);
	switch (target.in) {
		case 'formatting':
			return ({ formatting }) =>
				formatting ? toValue(getOwn(formatting, target.feature), NONE) : UNSTATED;
		case 'attachment':
			return createTypeReader(target.type);
		case 'mime':
			return createMimeReader(target.type, target.pattern);
		case 'attachment-field':
			return createAttachmentFieldReader(target.type, target.field);
		case 'fields':
			return createFieldReader(target.path, target.keys);
	}
}

function createFieldReader(path: string, keys: readonly string[]): KnownReader {
	const row = FIELDS.get(path);
	if (!row) return () => UNSTATED;
	const applies = createApplicability(row.levelPath);
	return (capabilities) => {
		if (!applies(capabilities)) return INAPPLICABLE;
		const value = keys.reduce<unknown>(getOwn, capabilities);
		return row.isZeroUnlimited && value === 0
			? NO_LIMIT
			: toValue(value, getSilence(row, capabilities));
	};
}

/** The meaning of an absent field. */
function getSilence(
	{ path, kind }: CapabilityRow,
	{ disappearingTimer }: Capabilities
): CapabilityValue {
	if (path === 'allowedReactions') return ANY;
	if (path === 'disappearingTimer.timers' && disappearingTimer) return ANY;
	return kind === 'limit' ? NO_LIMIT : UNSTATED;
}

/** An attachment type has no level of its own; its value is the best level of its MIME types. */
function createTypeReader(type: string): KnownReader {
	return ({ attachments }) => {
		if (!attachments) return UNSTATED;
		const mimeTypes = getAttachment(attachments, type)?.mimeTypes ?? {};
		return toValue(findBestLevel(Object.values(mimeTypes)), REJECTED);
	};
}

function createMimeReader(type: string, pattern: string): KnownReader {
	return ({ attachments }) => {
		if (!attachments) return UNSTATED;
		const attachment = getAttachment(attachments, type);
		return toValue(attachment && matchMime(attachment, pattern)?.level, REJECTED);
	};
}

function createAttachmentFieldReader(type: string, field: AttachmentField): KnownReader {
	const levelPath = getLevelPath(type, field);
	const applies = createApplicability(levelPath);
	const silence = levelPath === undefined ? UNSTATED : NO_LIMIT;
	return (capabilities) => {
		if (!capabilities.attachments) return silence;
		const attachment = getAttachment(capabilities.attachments, type);
		if (!attachment || !applies(capabilities)) return INAPPLICABLE;
		return toValue(attachment[field], silence);
	};
}

/**
 * Creates a test of whether a limit applies: it does unless its level is stated and does not work.
 */
function createApplicability(
	levelPath: string | undefined
): (capabilities: Capabilities) => boolean {
	if (levelPath === undefined) return () => true;
	const read = createKnownReader(levelPath);
	return (capabilities) => {
		const value = read(capabilities);
		return value.kind === 'level' ? isWorking(value.level) : value.kind === 'unstated';
	};
}

/** @param silence - the value for a field that is absent or of an unexpected type */
function toValue(field: unknown, silence: CapabilityValue): CapabilityValue {
	if (isSupportLevel(field)) return { kind: 'level', level: field };
	if (typeof field === 'boolean') return { kind: 'flag', value: field };
	if (typeof field === 'number') return { kind: 'limit', value: field };
	if (Array.isArray(field)) return { kind: 'list', items: toListItems(field) };
	return silence;
}

function getAttachment(
	attachments: Readonly<Record<string, AttachmentCapability>>,
	type: string
): AttachmentCapability | undefined {
	return Object.hasOwn(attachments, type) ? attachments[type] : undefined;
}

/** Paths come from URLs, where `constructor` must not find an inherited property. */
function getOwn(object: unknown, key: string): unknown {
	if (typeof object !== 'object' || object === null) return undefined;
	return Object.getOwnPropertyDescriptor(object, key)?.value;
}
