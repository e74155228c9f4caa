import type { Capabilities } from '../model';
import { asWords, checkFile, type FileVerdict } from './file';
import type { FileFacts } from './file-facts';
import { answersOf, type Answer, type Taker } from './recipient';
import { checkText, textFacts, type TextFacts } from './text';
import { rankOf, worstKind, type Verdict, type VerdictKind } from './verdict';

/** What somebody would like to send. */
export interface Sending {
	files: readonly FileFacts[];
	/** A message of its own; empty: none. */
	text: string;
	/** Goes with each of the files; empty: none. */
	caption: string;
}

/** What becomes of one file, or of the text. */
export interface PartVerdict extends Verdict {
	/** The file's name, or `Text`. */
	name: string;
	/** How it is sent: `an image`; absent for the text, and where nobody knows. */
	as?: string;
}

/** What becomes of everything that is to be sent. */
export interface SendingVerdict {
	/** The worst of its parts. */
	kind: VerdictKind;
	/** Files in their order, then the text. */
	parts: readonly PartVerdict[];
}

/** A caption alone is nothing that could be sent. */
export function isNothing({ files, text }: Sending): boolean {
	return files.length === 0 && text === '';
}

/** What counts of it, found once for all who may take it. */
interface Prepared {
	files: readonly FileFacts[];
	text: TextFacts | null;
	caption: TextFacts | null;
}

/**
 * Whether all this can be sent to a chat, and what becomes of it.
 *
 * @param capabilities - undefined: the chat does not report any
 * @param taker - who takes it or not, in the reasons: `Discord`, `this chat`
 */
export function checkSending(
	capabilities: Capabilities | undefined,
	sending: Sending,
	taker: string
): SendingVerdict {
	return check(capabilities, prepared(sending), taker);
}

/** The same for many. */
export function checkTakers(
	takers: readonly Taker[],
	sending: Sending
): readonly Answer<SendingVerdict>[] {
	const ready = prepared(sending);
	return answersOf(
		takers,
		({ capabilities, network }) => check(capabilities, ready, network.name),
		({ kind }) => rankOf(kind)
	);
}

function prepared({ files, text, caption }: Sending): Prepared {
	return { files, text: textFacts(text), caption: textFacts(caption) };
}

function check(
	capabilities: Capabilities | undefined,
	{ files, text, caption }: Prepared,
	taker: string
): SendingVerdict {
	const parts: PartVerdict[] = files.map((file) =>
		filePart(file, checkFile(capabilities, file, caption, taker))
	);
	if (text) parts.push({ name: 'Text', ...checkText(capabilities, text, taker) });
	return { kind: worstKind(parts.map(({ kind }) => kind)), parts };
}

function filePart({ name }: FileFacts, { kind, reasons, as }: FileVerdict): PartVerdict {
	return { name, kind, reasons, ...(as !== undefined && { as: asWords(as) }) };
}
