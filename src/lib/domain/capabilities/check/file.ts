import { type AttachmentCapability, type Capabilities, isWorking } from '../model';
import type { FileFacts } from './file-facts';
import { findCaptionObjections, type TextFacts } from './text';
import { formatConversion, findLimitObjections, formatRefusal } from './limits';
import {
	rankVerdict,
	toSilence,
	toVerdict,
	type Objection,
	type CheckVerdict,
	type VerdictKind
} from './verdict';
import { getMimeLevel } from '../mime';
import { formatMimeType, getFileKind } from './file-formats';
import { joinList } from '$lib/format/list';

/** Message types with an article, for sentences. */
const AS_WORDS: Readonly<Record<string, string>> = {
	'm.image': 'an image',
	'm.video': 'a video',
	'm.audio': 'audio',
	'm.file': 'a file',
	'fi.mau.gif': 'a GIF'
};

export interface FileVerdict extends CheckVerdict {
	/** The type of message that the file becomes: `m.image`; absent where the chat does not state its types. */
	as?: string;
	/** The outcome as the type that such files usually become; absent like `as`. */
	usual?: VerdictKind;
}

/** `an image`, for a type of message. Types that no file becomes keep the API's name. */
export function formatMessageType(type: string): string {
	return AS_WORDS[type] ?? type;
}

/**
 * Predicts whether one file can be sent.
 *
 * A file is sent as the type of its MIME type. Only where another type has a better outcome it is sent
 * as that type, a plain file last. So a smaller, shorter or narrower file never has a worse outcome.
 *
 * @param capabilities - undefined: the chat reports none
 * @param caption - null: no caption
 * @param recipient - the recipient's name in reasons: `Discord`, `this chat`
 */
export function checkFile(
	capabilities: Capabilities | undefined,
	file: FileFacts,
	caption: TextFacts | null,
	recipient: string
): FileVerdict {
	if (!capabilities) return toSilence('Not reported, so Beeper decides');
	const { attachments } = capabilities;
	if (!attachments) return toSilence('Attachments aren’t stated, so Beeper decides');
	const input: FileInput = { capabilities, file, caption, recipient };
	const [first, ...further] = findTypes(file, attachments);
	const natural = tryType(first, getAttachment(attachments, first), input);
	const others = further.map((type) => tryType(type, getAttachment(attachments, type), input));
	const best = [natural, ...others.map((attempt) => toFallback(natural, attempt))].reduce((a, b) =>
		rankVerdict(b.verdict.kind) < rankVerdict(a.verdict.kind) ? b : a
	);
	const usual = natural.verdict.kind;
	if (best.verdict.kind !== 'no') return { ...best.verdict, as: best.type, usual };
	const reasons = [
		...natural.verdict.reasons,
		...others.flatMap((attempt) => findFurtherReasons(natural, attempt))
	];
	const help = findHelp([natural, ...others]);
	return { kind: 'no', reasons, as: natural.type, usual, ...(help !== undefined && { help }) };
}

/** The outcome of sending a file as one type of message. */
interface Attempt {
	type: string;
	/** The type accepts the file's MIME type, though perhaps not this file. */
	takesMime: boolean;
	objections: readonly Objection[];
	verdict: CheckVerdict;
}

interface FileInput {
	capabilities: Capabilities;
	file: FileFacts;
	caption: TextFacts | null;
	recipient: string;
}

/** The smallest change: preferably of a file whose type is accepted already, as its usual type. */
function findHelp(attempts: readonly [Attempt, ...Attempt[]]): string | undefined {
	const [natural] = attempts;
	const helpful = attempts.filter(({ verdict }) => verdict.help !== undefined);
	const best = helpful.find(({ takesMime }) => takesMime) ?? helpful[0];
	const help = best?.verdict.help;
	return help === undefined || best === natural
		? help
		: `${help} as ${formatMessageType(best?.type ?? '')}`;
}

/** The types of message that a file may become, the usual one first. */
function findTypes({ mimeType }: FileFacts, attachments: object): readonly [string, ...string[]] {
	const [family] = mimeType.split('/');
	if (family === 'video') return ['m.video', 'm.file'];
	if (family === 'audio') return ['m.audio', 'm.file'];
	if (family !== 'image') return ['m.file'];
	const isGIF = /^image\/gif\s*(;|$)/.test(mimeType);
	return isGIF && Object.hasOwn(attachments, 'fi.mau.gif')
		? ['fi.mau.gif', 'm.image', 'm.file']
		: ['m.image', 'm.file'];
}

function tryType(
	type: string,
	attachment: AttachmentCapability | undefined,
	input: FileInput
): Attempt {
	const { capabilities, file, caption, recipient } = input;
	const mimeType = file.mimeType || 'application/octet-stream';
	const level = getMimeLevel(attachment, mimeType);
	if (!attachment || !isWorking(level)) {
		const reason =
			level === 'dropped'
				? `${recipient} silently drops ${mimeType}`
				: formatRefusal(type, mimeType, recipient);
		const help = findAcceptedForm(attachment, file, recipient);
		return toAttempt(type, false, [{ kind: 'no', reason, ...(help !== undefined && { help }) }]);
	}
	const converted: Objection = { kind: 'changed', reason: formatConversion(mimeType) };
	return toAttempt(type, true, [
		...(level === 'partial' ? [converted] : []),
		...findLimitObjections(attachment, file, recipient),
		...findCaptionObjections(capabilities, attachment, caption, recipient)
	]);
}

/** Formats, at most, that help names; more are no help to read. */
const MAX_FORMATS = 3;

/** The form in which a file of a refused type would be accepted: `as mp4 or mov and below 10 MB`. */
function findAcceptedForm(
	attachment: AttachmentCapability | undefined,
	file: FileFacts,
	recipient: string
): string | undefined {
	if (!attachment) return undefined;
	const kind = getFileKind(file.mimeType);
	const formats = Object.entries(attachment.mimeTypes)
		.filter(([pattern, level]) => isWorking(level) && getFileKind(pattern) === kind)
		.map(([pattern]) => formatMimeType(pattern))
		.filter((format, index, all) => !/[/*]/.test(format) && all.indexOf(format) === index);
	if (formats.length === 0) return undefined;
	const limits = findLimitObjections(attachment, file, recipient).flatMap(({ help }) => help ?? []);
	return joinList([`as ${joinList(formats.slice(0, MAX_FORMATS), 'or')}`, ...limits]);
}

function toAttempt(type: string, takesMime: boolean, objections: readonly Objection[]): Attempt {
	return { type, takesMime, objections, verdict: toVerdict(objections) };
}

function toFallback(natural: Attempt, { type, takesMime, objections }: Attempt): Attempt {
	const changed: Objection = { kind: 'changed', reason: `sent as ${formatMessageType(type)}` };
	const { kind, reasons } = toVerdict([changed, ...objections]);
	const why = natural.verdict.reasons.map(
		(reason) => `as ${formatMessageType(natural.type)}: ${reason}`
	);
	return { type, takesMime, objections, verdict: { kind, reasons: [...reasons, ...why] } };
}

/** The reasons of a type that accepts the MIME type but not this file, without those already given. */
function findFurtherReasons(
	natural: Attempt,
	{ type, takesMime, verdict }: Attempt
): readonly string[] {
	if (!takesMime) return [];
	return verdict.reasons
		.filter((reason) => !natural.verdict.reasons.includes(reason))
		.map((reason) => `as ${formatMessageType(type)}: ${reason}`);
}

function getAttachment(
	attachments: Readonly<Record<string, AttachmentCapability>>,
	type: string
): AttachmentCapability | undefined {
	return Object.hasOwn(attachments, type) ? attachments[type] : undefined;
}
