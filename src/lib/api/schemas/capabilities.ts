import * as v from 'valibot';
import { isRecord } from '$lib/format/json';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { createInterner, type Interner } from '$lib/domain/capabilities/intern';
import { amount, dictionary, flag, level, record, text } from './primitives';
import { read, type Reading } from '../parse';

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
});

const capabilities = record({
	allowedReactions: v.exactOptional(v.array(text)),
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
			timers: v.exactOptional(v.array(amount)),
			types: v.exactOptional(v.array(text)),
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
});

/**
 * Fields that bridges know and the API does not document: their kinds are expected, not promised,
 * and another kind is shown as it came.
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

export type CapabilityReader = (raw: unknown) => Reading<Capabilities>;

/**
 * Reads equal capabilities into one shared, frozen object: thousands of chats have a handful of
 * different ones.
 *
 * @param share - of who else has such objects
 */
export function createCapabilityReader(share: Interner = createInterner()): CapabilityReader {
	const byAnswer = new Map<string, Reading<Capabilities>>();

	return function readCapabilities(raw) {
		try {
			const answer = JSON.stringify(raw);
			const known = byAnswer.get(answer);
			if (known) return known;
			const reading = readExpected(raw, read(capabilities, raw));
			const other = strangers(reading.kept, reading.value);
			const fresh = other.length > 0 ? { other: Object.fromEntries(other) } : {};
			const value = reading.value && share({ ...reading.value, ...fresh });
			byAnswer.set(answer, { ...reading, value });
			return { ...reading, value };
		} catch (error) {
			// Nested so deeply that a call for each level overflows the stack.
			if (!(error instanceof RangeError)) throw error;
			return {
				value: undefined,
				kept: undefined,
				findings: [{ path: '', found: 'an object in too many others' }]
			};
		}
	};
}

/** Puts back what was taken out only because it is of another kind than {@link EXPECTED}. */
function readExpected(raw: unknown, reading: Reading<Capabilities>): Reading<Capabilities> {
	const odd = reading.findings.filter(({ path }) => EXPECTED.has(path));
	if (odd.length === 0 || !isRecord(raw) || !isRecord(reading.kept)) return reading;
	return {
		value: reading.value,
		kept: { ...reading.kept, ...Object.fromEntries(odd.map(({ path }) => [path, raw[path]])) },
		findings: reading.findings.filter((finding) => !odd.includes(finding))
	};
}

/** What was answered and nobody here reads, by dotted path. */
function strangers(answered: unknown, understood: unknown, path = ''): [string, unknown][] {
	if (!isRecord(answered) || !isRecord(understood)) return [];
	return Object.entries(answered).flatMap(([key, value]): [string, unknown][] =>
		Object.hasOwn(understood, key)
			? strangers(value, understood[key], `${path}${key}.`)
			: [[path + key, value]]
	);
}
