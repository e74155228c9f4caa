import * as v from 'valibot';
import { makeThread, type ChatRecord } from '../make-thread';
import type { WireChat, WireDraft } from '../api-types';
import { Refusal, refuseField } from './failure';
import { toHTML } from './markdown-to-html';
import { markRead } from './read-marks';
import type { SampleContext } from './sample-context';

export const attachmentBody = v.object({
	uploadID: v.pipe(v.string(), v.minLength(1)),
	id: v.optional(v.string()),
	duration: v.optional(v.number()),
	fileName: v.optional(v.string()),
	mimeType: v.optional(v.string()),
	size: v.optional(v.object({ width: v.number(), height: v.number() })),
	type: v.optional(v.picklist(['image', 'video', 'audio', 'file', 'gif', 'voice-note', 'sticker']))
});

const draftBody = v.object({
	text: v.string(),
	attachments: v.optional(v.record(v.string(), attachmentBody), {})
});

export const patchBody = v.object({
	title: v.optional(v.nullable(v.string())),
	description: v.optional(v.nullable(v.string())),
	imgURL: v.optional(v.nullable(v.string())),
	isArchived: v.optional(v.boolean()),
	isLowPriority: v.optional(v.boolean()),
	isMuted: v.optional(v.boolean()),
	isPinned: v.optional(v.boolean()),
	messageExpirySeconds: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
	draft: v.optional(v.nullable(draftBody))
});
type Patch = v.InferOutput<typeof patchBody>;

const STATES = {
	title: 'title',
	description: 'description',
	imgURL: 'avatar',
	messageExpirySeconds: 'disappearingTimer'
} as const;

/** A chat that does not report capabilities allows everything. */
function requireStates({ capabilities }: WireChat, patch: Patch) {
	if (!capabilities) return;
	for (const field of ['title', 'description', 'imgURL', 'messageExpirySeconds'] as const) {
		if (patch[field] === undefined) continue;
		if ((capabilities.state?.[STATES[field]]?.level ?? 0) <= 0)
			throw new Refusal(400, `This chat does not let its ${STATES[field]} be changed`);
	}
	const timers = capabilities.disappearingTimer?.timers;
	const seconds = patch.messageExpirySeconds;
	if (timers && seconds && !timers.includes(seconds * 1000))
		refuseField('messageExpirySeconds', 'Not one of the timers this chat allows');
}

function isEmptyDraft({ text, attachments }: v.InferOutput<typeof draftBody>) {
	return text.trim() === '' && Object.keys(attachments).length === 0;
}

function makeDraft(sample: SampleContext, body: v.InferOutput<typeof draftBody>): WireDraft | null {
	if (isEmptyDraft(body)) return null;
	const draft: WireDraft = { text: toHTML(body.text) };
	const files = Object.entries(body.attachments).map(([key, hint]) => {
		const upload = sample.uploads.get(hint.uploadID);
		if (!upload) refuseField(`draft.attachments.${key}.uploadID`, 'Unknown upload');
		const type =
			hint.type === 'gif' ? 'gif' : hint.type === 'voice-note' ? 'recorded_audio' : 'file';
		const file: NonNullable<WireDraft['attachments']>[string] = {
			id: hint.id ?? key,
			type,
			fileName: hint.fileName ?? upload.fileName,
			filePath: upload.srcURL.replace('file://', ''),
			fileSize: upload.bytes.length,
			mimeType: hint.mimeType ?? upload.mimeType
		};
		if (hint.size) file.size = hint.size;
		if (hint.duration !== undefined) file.audioDurationSeconds = hint.duration;
		return [file.id, file] as const;
	});
	if (files.length > 0) draft.attachments = Object.fromEntries(files);
	return draft;
}

export function archive(
	{ behaviour: { settings } }: SampleContext,
	record: ChatRecord,
	archived: boolean,
	isPinned = record.chat.isPinned
) {
	if (archived && isPinned)
		throw new Refusal(409, 'A pinned chat cannot be archived: unpin it first');
	record.chat.isArchived = archived;
	if (archived && settings.includes('archive-marks-read')) markRead(record, makeThread(record), 0);
}

/** Changes a chat; if any field is rejected, nothing is changed. */
export function patchChat(sample: SampleContext, record: ChatRecord, patch: Patch) {
	const { chat } = record;
	requireStates(chat, patch);
	const { draft, isArchived, title, ...rest } = patch;
	if (draft && chat.draft && !isEmptyDraft(draft))
		throw new Refusal(409, 'A draft is set already: clear it first');
	const newDraft = draft && makeDraft(sample, draft);
	if (isArchived !== undefined) archive(sample, record, isArchived, patch.isPinned);
	if (newDraft !== undefined) chat.draft = newDraft;
	if (title !== undefined) chat.title = title ?? '';
	for (const [field, value] of Object.entries(rest))
		if (value !== undefined) Object.assign(chat, { [field]: value });
}
