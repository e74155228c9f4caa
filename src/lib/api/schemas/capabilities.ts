import * as v from 'valibot';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { isDeeperThan, isRecord } from '$lib/format/parse-json';
import {
	type AttachmentCapability,
	type Capabilities,
	isSupportLevel,
	SUPPORT_LEVELS
} from '$lib/domain/capabilities/model';
import { createInterner, type Interner } from '$lib/domain/capabilities/intern';
import { amount, dictionary, flag, level, list, name, record } from './primitives';
import { parseTolerant, TOO_LONG, type ParseResult } from '../parse';

const state = v.exactOptional(record({ level: v.exactOptional(level) }));

const attachment = record({
	mimeTypes: v.optional(dictionary(level), () => ({})),
	caption: v.exactOptional(level),
	maxCaptionLength: v.exactOptional(amount),
	maxDuration: v.exactOptional(amount),
	maxHeight: v.exactOptional(amount),
	maxWidth: v.exactOptional(amount),
	maxSize: v.exactOptional(amount),
	viewOnce: v.exactOptional(flag)
} satisfies Record<keyof AttachmentCapability, unknown>);

const capabilities = record({
	allowedReactions: v.exactOptional(list(name)),
	archive: v.exactOptional(flag),
	attachments: v.exactOptional(dictionary(attachment)),
	customEmojiReactions: v.exactOptional(flag),
	delete: v.exactOptional(level),
	deleteChat: v.exactOptional(flag),
	deleteChatForEveryone: v.exactOptional(flag),
	deleteForMe: v.exactOptional(flag),
	deleteHidePlaceholder: v.exactOptional(flag),
	deleteMaxAge: v.exactOptional(amount),
	disappearingTimer: v.exactOptional(
		record({
			timers: v.exactOptional(list(amount)),
			types: v.exactOptional(list(name)),
			omitEmptyTimer: v.exactOptional(flag)
		})
	),
	edit: v.exactOptional(level),
	editMaxAge: v.exactOptional(amount),
	editMaxCount: v.exactOptional(amount),
	formatting: v.exactOptional(dictionary(level)),
	locationMessage: v.exactOptional(level),
	markAsUnread: v.exactOptional(flag),
	maxTextLength: v.exactOptional(amount),
	messageRequest: v.exactOptional(
		record({ acceptWithButton: v.exactOptional(level), acceptWithMessage: v.exactOptional(level) })
	),
	participantActions: v.exactOptional(
		record({
			ban: v.exactOptional(level),
			invite: v.exactOptional(level),
			kick: v.exactOptional(level),
			leave: v.exactOptional(level),
			revokeInvite: v.exactOptional(level)
		})
	),
	poll: v.exactOptional(level),
	pollDuplicateOptions: v.exactOptional(level),
	pollEnd: v.exactOptional(level),
	pollHiddenVotes: v.exactOptional(level),
	pollMaxOptions: v.exactOptional(amount),
	pollOptionMaxLength: v.exactOptional(amount),
	reaction: v.exactOptional(level),
	reactionCount: v.exactOptional(amount),
	readReceipts: v.exactOptional(flag),
	reply: v.exactOptional(level),
	state: v.exactOptional(
		record({ avatar: state, description: state, disappearingTimer: state, title: state })
	),
	thread: v.exactOptional(level),
	typingNotifications: v.exactOptional(flag)
} satisfies Record<Exclude<keyof Capabilities, 'other'>, unknown>);

/**
 * Fields that bridges send and the API does not document. Their types are expected, not promised: a
 * value of another type is shown as it came.
 *
 * @see RoomFeatures in mautrix-go, where they are called `poll_end` …
 */
const EXPECTED: ReadonlySet<string> = new Set([
	'deleteHidePlaceholder',
	'pollDuplicateOptions',
	'pollEnd',
	'pollHiddenVotes',
	'pollMaxOptions',
	'pollOptionMaxLength'
]);

export type CapabilityReader = (raw: unknown) => ParseResult<Capabilities>;

/**
 * Reads equal capabilities into one shared, frozen object: thousands of chats have a handful of
 * different ones.
 *
 * @param share - interns the result; shared with other readers so that equal objects are identical
 */
export function createCapabilityReader(share: Interner = createInterner()): CapabilityReader {
	const byAnswer = new Map<string, ParseResult<Capabilities>>();

	return function readCapabilities(raw) {
		const answer = toJSON(raw);
		if (answer === undefined) return refuse(TOO_DEEP);
		const known = byAnswer.get(answer);
		if (known) return known;
		if (answer.length > SIZE_LIMITS.capabilities) return refuse(TOO_LONG);
		if (isDeeperThan(SIZE_LIMITS.levels, raw)) return refuse(TOO_DEEP);
		const reading = readExpected(raw, parseTolerant(capabilities, raw));
		const unknown = findUnknownFields(reading.kept, reading.value);
		const first = Object.fromEntries(unknown.slice(0, SIZE_LIMITS.unknownFields));
		// A copy as text has no infinite numbers.
		const other: Record<string, unknown> = JSON.parse(JSON.stringify(first));
		const value =
			reading.value && share({ ...reading.value, ...(unknown.length > 0 && { other }) });
		const isCut = unknown.length > SIZE_LIMITS.unknownFields;
		const cut = isCut ? [{ path: '', found: TOO_LONG }] : [];
		const result = { ...reading, value, findings: [...reading.findings, ...cut] };
		byAnswer.set(answer, result);
		return result;
	};
}

const TOO_DEEP = 'an object in too many others';

function refuse(found: string): ParseResult<Capabilities> {
	return { value: undefined, kept: undefined, findings: [{ path: '', found }] };
}

/** @returns undefined for what is nested too deep: each level is one call */
function toJSON(raw: unknown): string | undefined {
	try {
		return JSON.stringify(raw);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return undefined;
	}
}

/** Puts back the fields of {@link EXPECTED} that were removed only for their type. */
function readExpected(raw: unknown, reading: ParseResult<Capabilities>): ParseResult<Capabilities> {
	const odd = reading.findings.filter(({ path }) => EXPECTED.has(path));
	if (odd.length === 0 || !isRecord(raw) || !isRecord(reading.kept)) return reading;
	return {
		value: reading.value,
		kept: { ...reading.kept, ...Object.fromEntries(odd.map(({ path }) => [path, raw[path]])) },
		findings: reading.findings.filter((finding) => !odd.includes(finding))
	};
}

/** Fields of the response that no schema reads, by dotted path. */
function findUnknownFields(answered: unknown, understood: unknown, path = ''): [string, unknown][] {
	if (!isRecord(answered) || !isRecord(understood)) return [];
	return Object.entries(answered).flatMap(([key, value]): [string, unknown][] =>
		Object.hasOwn(understood, key)
			? findUnknownFields(value, understood[key], `${path}${key}.`)
			: [[path + key, value]]
	);
}

/** The lowest level in the API; the others follow in order. */
const LOWEST = -2;

/**
 * Capabilities as the API writes them. Fields that the API added later are at the top, under their
 * dotted paths: parsing the result gives the same capabilities.
 */
export function writeCapabilities({
	other,
	...capabilities
}: Capabilities): Record<string, unknown> {
	return { ...other, ...ranked(capabilities) };
}

/** Words in lists are not levels: a reaction may well be called `full`. */
function ranked(value: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value).map(([key, part]: [string, unknown]) => {
			if (isSupportLevel(part)) return [key, SUPPORT_LEVELS.indexOf(part) + LOWEST];
			return [key, isRecord(part) ? ranked(part) : part];
		})
	);
}
