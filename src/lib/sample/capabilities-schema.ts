import * as v from 'valibot';
import type { WireCapabilities } from './api-types';

const level = v.picklist([-2, -1, 0, 1, 2]);
const levels = v.record(v.string(), level);
const flag = v.exactOptional(v.boolean());
const limit = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const state = v.exactOptional(v.strictObject({ level }));

const attachment = v.strictObject({
	mimeTypes: levels,
	caption: v.exactOptional(level),
	maxCaptionLength: limit,
	maxDuration: limit,
	maxHeight: limit,
	maxSize: limit,
	maxWidth: limit,
	viewOnce: flag
});

/**
 * `Chat.capabilities` as the SDK 5.0.0 describes it; a field that the SDK does not know is an
 * error.
 */
export const capabilitiesSchema = v.strictObject({
	allowedReactions: v.exactOptional(v.array(v.string())),
	archive: flag,
	attachments: v.exactOptional(v.record(v.string(), attachment)),
	customEmojiReactions: flag,
	delete: v.exactOptional(level),
	deleteChat: flag,
	deleteChatForEveryone: flag,
	deleteForMe: flag,
	deleteMaxAge: limit,
	disappearingTimer: v.exactOptional(
		v.strictObject({
			omitEmptyTimer: flag,
			timers: v.exactOptional(v.array(v.number())),
			types: v.exactOptional(v.array(v.picklist(['afterRead', 'afterSend'])))
		})
	),
	edit: v.exactOptional(level),
	editMaxAge: limit,
	editMaxCount: limit,
	formatting: v.exactOptional(levels),
	locationMessage: v.exactOptional(level),
	markAsUnread: flag,
	maxTextLength: limit,
	messageRequest: v.exactOptional(
		v.strictObject({
			acceptWithButton: v.exactOptional(level),
			acceptWithMessage: v.exactOptional(level)
		})
	),
	participantActions: v.exactOptional(
		v.strictObject({
			ban: v.exactOptional(level),
			invite: v.exactOptional(level),
			kick: v.exactOptional(level),
			leave: v.exactOptional(level),
			revokeInvite: v.exactOptional(level)
		})
	),
	poll: v.exactOptional(level),
	reaction: v.exactOptional(level),
	reactionCount: limit,
	readReceipts: flag,
	reply: v.exactOptional(level),
	state: v.exactOptional(
		v.strictObject({
			avatar: state,
			description: state,
			disappearingTimer: state,
			title: state
		})
	),
	thread: v.exactOptional(level),
	typingNotifications: flag
}) satisfies v.GenericSchema<unknown, WireCapabilities>;
