import type { Account } from '@beeper/desktop-api/resources/accounts/accounts';
import type * as Assets from '@beeper/desktop-api/resources/assets';
import type * as Chats from '@beeper/desktop-api/resources/chats/chats';
import type * as Reactions from '@beeper/desktop-api/resources/chats/messages/reactions';
import type { InfoRetrieveResponse } from '@beeper/desktop-api/resources/info';
import type * as Messages from '@beeper/desktop-api/resources/messages';
import type * as TopLevel from '@beeper/desktop-api/resources/top-level';
import * as v from 'valibot';
import { exactly } from './exactly';
import { chat, message, user } from './shapes';

const text = v.string();
const number = v.number();
const flag = v.boolean();
const { exactOptional: may, nullable, strictObject } = v;

const ends = { hasMore: flag, oldestCursor: nullable(text), newestCursor: nullable(text) };

export function createPageSchema<Item extends v.GenericSchema>(item: Item) {
	return strictObject({ items: v.array(item), ...ends });
}

export const listedChat = exactly<Chats.ChatListResponse>()(
	strictObject({ ...chat.entries, preview: may(message) })
);

/** Fields documented since 4.3, which the SDK's types lack. */
interface NewerAccount extends Account {
	status?: string;
	statusText?: string;
	loginID?: string;
}

export const account = exactly<NewerAccount>()(
	strictObject({
		accountID: text,
		bridge: strictObject({
			id: text,
			provider: v.picklist(['cloud', 'self-hosted', 'local', 'platform-sdk']),
			type: text
		}),
		user,
		network: may(text),
		status: may(text),
		statusText: may(text),
		loginID: may(text)
	})
);

export const info = exactly<InfoRetrieveResponse>()(
	strictObject({
		app: strictObject({ bundle_id: text, name: text, version: text }),
		endpoints: strictObject({
			mcp: v.pipe(text, v.url()),
			oauth: strictObject({
				authorization_endpoint: v.pipe(text, v.url()),
				introspection_endpoint: v.pipe(text, v.url()),
				registration_endpoint: v.pipe(text, v.url()),
				revocation_endpoint: v.pipe(text, v.url()),
				token_endpoint: v.pipe(text, v.url()),
				userinfo_endpoint: v.pipe(text, v.url())
			}),
			spec: v.pipe(text, v.url()),
			ws_events: v.pipe(text, v.url())
		}),
		platform: strictObject({ arch: text, os: text, release: may(text) }),
		server: strictObject({
			base_url: v.pipe(text, v.url()),
			hostname: text,
			mcp_enabled: flag,
			port: number,
			remote_access: flag,
			status: text
		})
	})
);

export const searchResults = exactly<TopLevel.SearchResponse>()(
	strictObject({
		results: strictObject({
			chats: v.array(chat),
			in_groups: v.array(chat),
			messages: strictObject({ chats: v.record(text, chat), items: v.array(message), ...ends })
		})
	})
);

export const focused = exactly<TopLevel.FocusResponse>()(strictObject({ success: flag }));

export const sentMessage = exactly<Messages.MessageSendResponse>()(
	strictObject({ chatID: text, pendingMessageID: text })
);

export const editedMessage = exactly<Messages.MessageUpdateResponse>()(
	strictObject({ ...message.entries, messageID: text, success: v.literal(true) })
);

const reactionTarget = {
	chatID: text,
	messageID: text,
	reactionKey: text,
	success: v.literal(true)
};
export const removedReaction = exactly<Reactions.ReactionDeleteResponse>()(
	strictObject(reactionTarget)
);
export const addedReaction = exactly<Reactions.ReactionAddResponse>()(
	strictObject({ ...reactionTarget, transactionID: text })
);

export const upload = exactly<Assets.AssetUploadResponse>()(
	strictObject({
		duration: may(number),
		error: may(text),
		fileName: may(text),
		fileSize: may(number),
		height: may(number),
		mimeType: may(text),
		srcURL: may(text),
		uploadID: may(text),
		width: may(number)
	})
);

export const download = exactly<Assets.AssetDownloadResponse>()(
	strictObject({ error: may(text), srcURL: may(text) })
);
