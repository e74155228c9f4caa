import type { Capabilities } from '../model';
import { formatMessageType, checkFile, type FileVerdict } from './file';
import type { FileFacts } from './file-facts';
import { checkEach, type RecipientResult, type Recipient } from './recipient';
import { checkText, type TextFacts } from './text';
import { rankVerdict, findWorstKind, type CheckVerdict, type VerdictKind } from './verdict';

/** A message, or several, that the user would like to send. */
export interface Sending {
	files: readonly FileFacts[];
	/** A message of its own; null: no text. */
	text: TextFacts | null;
	/** Sent with each file; null: no caption. */
	caption: TextFacts | null;
}

/** The outcome for one file, or for the text. */
export interface PartVerdict extends CheckVerdict {
	/** The file's name, or `Text`. */
	name: string;
	/** The type of message that a file becomes: `an image`; absent for the text, and where it is unknown. */
	as?: string;
}

/** The outcome for everything that the user would like to send. */
export interface SendingVerdict {
	/** The worst kind of its parts. */
	kind: VerdictKind;
	/** The files in their order, then the text. */
	parts: readonly PartVerdict[];
}

/** True when there is nothing to send; a caption can't be sent alone. */
export function isEmptySending({ files, text }: Sending): boolean {
	return files.length === 0 && text === null;
}

/**
 * Predicts what happens to a sending in one chat.
 *
 * @param capabilities - undefined: the chat reports none
 * @param recipient - the recipient's name in reasons: `Discord`, `this chat`
 */
export function checkSending(
	capabilities: Capabilities | undefined,
	{ files, text, caption }: Sending,
	recipient: string
): SendingVerdict {
	const parts: PartVerdict[] = files.map((file) =>
		toFilePart(file, checkFile(capabilities, file, caption, recipient))
	);
	if (text) parts.push({ name: 'Text', ...checkText(capabilities, text, recipient) });
	return { kind: findWorstKind(parts.map(({ kind }) => kind)), parts };
}

/** True when the chats state nothing about any part. */
export function isSilentVerdict({ parts }: SendingVerdict): boolean {
	return parts.every(({ isSilent }) => isSilent);
}

/** Like {@link checkSending}, for many recipients. */
export function checkRecipients(
	recipients: readonly Recipient[],
	sending: Sending
): readonly RecipientResult<SendingVerdict>[] {
	return checkEach(
		recipients,
		({ capabilities, network }) => checkSending(capabilities, sending, network.name),
		({ kind }) => rankVerdict(kind)
	);
}

function toFilePart(
	{ name }: FileFacts,
	{ kind, reasons, help, isSilent, as }: FileVerdict
): PartVerdict {
	return {
		...{ name, kind, reasons },
		...(help !== undefined && { help }),
		...(isSilent && { isSilent }),
		...(as !== undefined && { as: formatMessageType(as) })
	};
}
