import { type AttachmentCapability, type Capabilities, isWorking } from '../model';
import type { FileFacts } from './file-facts';
import { findCaptionObjections, type TextFacts } from './text';
import { formatConversion, findLimitObjections, formatRefusal } from './limits';
import {
	rankVerdict,
	toVerdict,
	type Objection,
	type CheckVerdict,
	type VerdictKind
} from './verdict';
import { getMimeLevel } from '../mime';

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
	if (!capabilities) return toUnknown('Not reported; the server decides');
	const { attachments } = capabilities;
	if (!attachments) return toUnknown('Attachments aren’t stated; the server decides');
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
	return { kind: 'no', reasons, as: natural.type, usual };
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

function toUnknown(reason: string): FileVerdict {
	return { kind: 'unknown', reasons: [reason] };
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
		return toAttempt(type, false, [{ kind: 'no', reason }]);
	}
	const converted: Objection = { kind: 'changed', reason: formatConversion(mimeType) };
	return toAttempt(type, true, [
		...(level === 'partial' ? [converted] : []),
		...findLimitObjections(attachment, file, recipient),
		...findCaptionObjections(capabilities, attachment, caption, recipient)
	]);
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
