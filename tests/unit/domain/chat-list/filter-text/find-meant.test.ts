import { expect, test } from 'vitest';
import { findMeantView } from '$lib/domain/chat-list/filter-text/find-meant';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { makeChat } from '../../../../fixtures/chats';
import { NAMES } from './names';

const chats = [makeChat({ title: 'Green tea' }), makeChat({ title: 'Telegrams of 1912' })];

function findMeant(query: string) {
	const meant = findMeantView(parseView(query).view, NAMES, chats);
	return meant && [meant.label, formatView(meant.view).toString()];
}

test.for([
	['q=whatsup', 'the network WhatsApp', 'network=whatsapp'],
	['q=Watsapp', 'the network WhatsApp', 'network=whatsapp'],
	['q=WHATSAPP', 'the network WhatsApp', 'network=whatsapp'],
	['q=slak', 'the network Slack', 'network=slackgo'],
	['q=mesenger', 'the network Facebook/Messenger', 'network=facebookgo'],
	['q=facebok', 'the network Facebook/Messenger', 'network=facebookgo'],
	['q=google+mesages', 'the network Google Messages', 'network=gmessages'],
	['q=unraed', 'is:unread', 'unread=yes'],
	['q=read', 'is:read', 'unread=no'],
	['q=muetd', 'is:muted', 'muted=yes'],
	['q=Archvied', 'is:archived', 'archived=yes'],
	['q=remindr', 'is:reminder', 'reminder=yes'],
	['q=low-prority', 'is:low-priority', 'low-priority=yes'],
	['q=grop', 'is:group', 'type=group']
] as const)('%s was meant as %s', ([query, ...meant]) => {
	expect(findMeant(query)).toEqual(meant);
});

test.for([
	['q=whatsup+tea', 'the network WhatsApp', 'network=whatsapp&q=tea'],
	['q=green+google+mesages', 'the network Google Messages', 'network=gmessages&q=green'],
	[
		'muted=yes&network=slackgo&q=whatsup&sort=title',
		'the network WhatsApp',
		'muted=yes&network=slackgo&network=whatsapp&sort=title'
	],
	['archived=no&low-priority=no&q=archved', 'is:archived', 'archived=yes&low-priority=no']
] as const)('%s keeps the rest of the view', ([query, label, rest]) => {
	expect(findMeant(query)).toEqual([label, new URLSearchParams(rest).toString()]);
});

test.for([
	['', 'without a search'],
	['q=tea', 'of a word that finds chats'],
	['q=telegrams+lunch', 'of a word that finds chats, be it the name of a network'],
	['q=lunch', 'of a word that is like none'],
	['q=red', 'of a short word'],
	['q=bread', 'of a word that begins otherwise'],
	['q=signal', 'of a network without chats'],
	['q=pi', 'of a beginning']
] as const)('nothing is offered for “%s”, %s', ([query]) => {
	expect(findMeant(query)).toBeUndefined();
});
