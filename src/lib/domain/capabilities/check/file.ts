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

/** A type of message, in a few words: `an image`. */
const AS_WORDS: Readonly<Record<string, string>> = {
	'm.image': 'an image',
	'm.video': 'a video',
	'm.audio': 'audio',
	'm.file': 'a file',
	'fi.mau.gif': 'a GIF'
};

export interface FileVerdict extends CheckVerdict {
	/** The type of message it becomes: `m.image`; absent where nobody says which are taken. */
	as?: string;
	/** How it would fare as the type that such files usually become; absent like `as`. */
	usual?: VerdictKind;
}

/** `an image`, for a type of message; one that files never become keeps the API's name. */
export function formatMessageType(type: string): string {
	return AS_WORDS[type] ?? type;
}

/**
 * Whether one file can be sent.
 *
 * A file is sent as what its MIME type says; only where that would go worse, as the next that takes
 * it, a plain file at last. So a smaller, shorter or narrower file never fares worse.
 *
 * @param capabilities - undefined: the chat does not report any
 * @param caption - goes with it; null: none
 * @param recipient - who takes it or not, in the reasons: `Discord`, `this chat`
 */
export function checkFile(
	capabilities: Capabilities | undefined,
	file: FileFacts,
	caption: TextFacts | null,
	recipient: string
): FileVerdict {
	if (!capabilities) return undecided('Not reported; the server decides');
	const { attachments } = capabilities;
	if (!attachments) return undecided('Attachments are not stated; the server decides');
	const asked: Asked = { capabilities, file, caption, recipient };
	const [first, ...further] = typesFor(file, attachments);
	const natural = wayOf(first, ownAttachment(attachments, first), asked);
	const others = further.map((type) => wayOf(type, ownAttachment(attachments, type), asked));
	const best = [natural, ...others.map((way) => fallbackFor(natural, way))].reduce((a, b) =>
		rankVerdict(b.verdict.kind) < rankVerdict(a.verdict.kind) ? b : a
	);
	const usual = natural.verdict.kind;
	if (best.verdict.kind !== 'no') return { ...best.verdict, as: best.type, usual };
	const reasons = [
		...natural.verdict.reasons,
		...others.flatMap((way) => furtherReasons(natural, way))
	];
	return { kind: 'no', reasons, as: natural.type, usual };
}

/** One type of message that a file might become. */
interface Way {
	type: string;
	/** The type takes such files, if perhaps not this one. */
	takesMime: boolean;
	objections: readonly Objection[];
	verdict: CheckVerdict;
}

interface Asked {
	capabilities: Capabilities;
	file: FileFacts;
	caption: TextFacts | null;
	recipient: string;
}

function undecided(reason: string): FileVerdict {
	return { kind: 'unknown', reasons: [reason] };
}

/** The types of message a file may become, the usual one first. */
function typesFor({ mimeType }: FileFacts, attachments: object): readonly [string, ...string[]] {
	const [family] = mimeType.split('/');
	if (family === 'video') return ['m.video', 'm.file'];
	if (family === 'audio') return ['m.audio', 'm.file'];
	if (family !== 'image') return ['m.file'];
	const isGIF = /^image\/gif\s*(;|$)/.test(mimeType);
	return isGIF && Object.hasOwn(attachments, 'fi.mau.gif')
		? ['fi.mau.gif', 'm.image', 'm.file']
		: ['m.image', 'm.file'];
}

function wayOf(type: string, attachment: AttachmentCapability | undefined, asked: Asked): Way {
	const { capabilities, file, caption, recipient } = asked;
	const mimeType = file.mimeType || 'application/octet-stream';
	const level = getMimeLevel(attachment, mimeType);
	if (!attachment || !isWorking(level)) {
		const reason =
			level === 'dropped'
				? `${recipient} silently loses ${mimeType}`
				: formatRefusal(type, mimeType, recipient);
		return makeWay(type, false, [{ kind: 'no', reason }]);
	}
	const converted: Objection = { kind: 'changed', reason: formatConversion(mimeType) };
	return makeWay(type, true, [
		...(level === 'partial' ? [converted] : []),
		...findLimitObjections(attachment, file, recipient),
		...findCaptionObjections(capabilities, attachment, caption, recipient)
	]);
}

function makeWay(type: string, takesMime: boolean, objections: readonly Objection[]): Way {
	return { type, takesMime, objections, verdict: toVerdict(objections) };
}

function fallbackFor(natural: Way, { type, takesMime, objections }: Way): Way {
	const changed: Objection = { kind: 'changed', reason: `sent as ${formatMessageType(type)}` };
	const { kind, reasons } = toVerdict([changed, ...objections]);
	const why = natural.verdict.reasons.map(
		(reason) => `as ${formatMessageType(natural.type)}: ${reason}`
	);
	return { type, takesMime, objections, verdict: { kind, reasons: [...reasons, ...why] } };
}

/** Why the file is refused in another way too, where that takes others of its kind. */
function furtherReasons(natural: Way, { type, takesMime, verdict }: Way): readonly string[] {
	if (!takesMime) return [];
	return verdict.reasons
		.filter((reason) => !natural.verdict.reasons.includes(reason))
		.map((reason) => `as ${formatMessageType(type)}: ${reason}`);
}

function ownAttachment(
	attachments: Readonly<Record<string, AttachmentCapability>>,
	type: string
): AttachmentCapability | undefined {
	return Object.hasOwn(attachments, type) ? attachments[type] : undefined;
}
