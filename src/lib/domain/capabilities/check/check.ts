import type { Capabilities } from '../model';
import { formatMessageType, checkFile, type FileVerdict } from './file';
import type { FileFacts } from './file-facts';
import { askRecipients, type RecipientAnswer, type Recipient } from './recipient';
import { checkText, readTextFacts, type TextFacts } from './text';
import { rankVerdict, findWorstKind, type CheckVerdict, type VerdictKind } from './verdict';

/** What somebody would like to send. */
export interface Sending {
	files: readonly FileFacts[];
	/** A message of its own; empty: none. */
	text: string;
	/** Goes with each of the files; empty: none. */
	caption: string;
}

/** What becomes of one file, or of the text. */
export interface PartVerdict extends CheckVerdict {
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
export function isEmptySending({ files, text }: Sending): boolean {
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
 * @param recipient - who takes it or not, in the reasons: `Discord`, `this chat`
 */
export function checkSending(
	capabilities: Capabilities | undefined,
	sending: Sending,
	recipient: string
): SendingVerdict {
	return check(capabilities, prepared(sending), recipient);
}

/** The same for many. */
export function checkRecipients(
	recipients: readonly Recipient[],
	sending: Sending
): readonly RecipientAnswer<SendingVerdict>[] {
	const ready = prepared(sending);
	return askRecipients(
		recipients,
		({ capabilities, network }) => check(capabilities, ready, network.name),
		({ kind }) => rankVerdict(kind)
	);
}

function prepared({ files, text, caption }: Sending): Prepared {
	return { files, text: readTextFacts(text), caption: readTextFacts(caption) };
}

function check(
	capabilities: Capabilities | undefined,
	{ files, text, caption }: Prepared,
	recipient: string
): SendingVerdict {
	const parts: PartVerdict[] = files.map((file) =>
		filePart(file, checkFile(capabilities, file, caption, recipient))
	);
	if (text) parts.push({ name: 'Text', ...checkText(capabilities, text, recipient) });
	return { kind: findWorstKind(parts.map(({ kind }) => kind)), parts };
}

function filePart({ name }: FileFacts, { kind, reasons, as }: FileVerdict): PartVerdict {
	return { name, kind, reasons, ...(as !== undefined && { as: formatMessageType(as) }) };
}
