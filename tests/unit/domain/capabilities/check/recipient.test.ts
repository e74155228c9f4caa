import { expect, test } from 'vitest';
import {
	checkEach,
	findRecipients,
	type Recipient
} from '$lib/domain/capabilities/check/recipient';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import { buildColumns } from '$lib/domain/capabilities/columns/build-columns';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeChat } from '../../../../fixtures/chats';

test('chats of one network that take different things are asked apart, by the network’s name', () => {
	const few = makeCapabilities({ maxTextLength: 10 });
	const many = makeCapabilities({ maxTextLength: 20 });
	const chats = [
		makeChat({ capabilities: few }),
		makeChat({ capabilities: many, type: 'group' }),
		makeChat({ capabilities: many, type: 'group' }),
		makeChat({ network: 'Signal', accountID: 'signal' })
	];
	const clusters = clusterChats(chats, createNetworkIndex([]));
	const recipients = findRecipients(buildColumns(clusters, { by: 'network' }).columns);
	expect(
		recipients.map(({ network, variant, kind, chats, capabilities }) => [
			network.name,
			variant,
			kind,
			chats,
			capabilities?.maxTextLength
		])
	).toEqual([
		['WhatsApp', 'group', 'groups', 2, 20],
		['WhatsApp', 'direct', 'direct chats', 1, 10],
		['Signal', '', 'direct chats', 1, undefined]
	]);
	expect(new Set(recipients.map(({ key }) => key)).size).toBe(3);
});

test('a variant that differs only in its account is named after it, unless names are hidden', () => {
	const [full, poor] = ['full', 'rejected'] as const;
	const kinds = [
		[full, full],
		[poor, full],
		[full, poor],
		[poor, poor]
	] as const;
	const chats = kinds.map(([edit, poll], index) =>
		makeChat({
			network: 'Signal',
			accountID: index === 3 ? 'ada@example' : 'signal',
			capabilities: makeCapabilities({ edit, poll })
		})
	);
	const { columns } = buildColumns(clusterChats(chats, createNetworkIndex([])), { by: 'network' });
	function listVariants(isNameless: boolean): string[] {
		return findRecipients(columns, { isNameless }).map(({ variant }) => variant);
	}
	expect(listVariants(false).join()).toContain('ada@example');
	expect(listVariants(true).join()).not.toContain('ada');
});

function makeTaker(name: string, variant: string): Recipient {
	const network = { key: name.toLowerCase(), name };
	return {
		...{ key: `${name}:${variant}`, network, variant, chats: 2, capabilities: undefined },
		kind: variant === 'direct' ? 'direct chats' : 'groups'
	};
}

const TAKERS = [
	makeTaker('Signal', 'direct'),
	makeTaker('Signal', 'group'),
	makeTaker('Slack', 'group'),
	makeTaker('Slack', 'direct'),
	makeTaker('Slack', 'announcement')
];

test('variants that say the same are one answer, and a network of one mind names none', () => {
	const answers = checkEach(
		TAKERS,
		({ variant, network }) => (network.name === 'Slack' && variant === 'direct' ? 1 : 0),
		(result) => result
	);
	expect(
		answers.map(({ network, variants, chats, label, result }) => [
			...[network.name, variants, chats, label, result]
		])
	).toEqual([
		['Signal', [], 4, 'chats', 0],
		['Slack', ['group', 'announcement'], 4, 'groups', 0],
		['Slack', ['direct'], 2, 'direct chats', 1]
	]);
});

test('chats of the same kind with other answers are the other ones, and one chat is singular', () => {
	const recipients = [
		makeTaker('Slack', 'one'),
		{ ...makeTaker('Slack', 'two'), chats: 170 },
		{ ...makeTaker('Slack', 'direct'), chats: 1 }
	];
	const answers = checkEach(
		recipients,
		({ variant }) => variant,
		() => 0
	);
	expect(answers.map(({ chats, label }) => `${chats} ${label}`)).toEqual([
		'2 other groups',
		'170 groups',
		'1 direct chat'
	]);
});

test('recipients of the reference are kinds of chats, nobody’s chats', () => {
	const chats = [
		makeChat({ capabilities: makeCapabilities({ maxTextLength: 10 }) }),
		makeChat({ capabilities: makeCapabilities({ maxTextLength: 20 }), type: 'group' })
	];
	const { columns } = buildColumns(clusterChats(chats, createNetworkIndex([])), { by: 'network' });
	const recipients = findRecipients(columns.map((column) => ({ ...column, origin: 'reference' })));
	function labelEach(check: (recipient: Recipient) => string): string[] {
		return checkEach(recipients, check, () => 0).map(({ chats, label }) => `${chats} ${label}`);
	}
	expect(labelEach(() => 'all')).toEqual(['2 kinds of chats']);
	expect(labelEach(({ variant }) => variant).toSorted()).toEqual([
		'1 kind of direct chat',
		'1 kind of group'
	]);
});

test('where some report nothing, all the others are the network, and those few are named', () => {
	const reporting = { ...makeTaker('LINE', 'group'), capabilities: {} };
	const recipients = [
		reporting,
		{ ...reporting, variant: 'direct' },
		makeTaker('LINE', 'not reported')
	];
	const answers = checkEach(
		recipients,
		({ capabilities }) => (capabilities ? 0 : 1),
		(result) => result
	);
	expect(answers.map(({ variants }) => variants)).toEqual([[], ['not reported']]);
});

test('the best answers come first, equals in the order of those asked', () => {
	const answers = checkEach(
		TAKERS,
		({ variant }) => variant,
		(variant) => (variant === 'group' ? 0 : 1)
	);
	expect(answers.map(({ key }) => key)).toEqual([
		'Signal:group',
		'Slack:group',
		'Signal:direct',
		'Slack:direct',
		'Slack:announcement'
	]);
});

test('equal answers of two networks stay two', () => {
	const keys = checkEach(
		TAKERS,
		() => 0,
		(result) => result
	).map(({ key }) => key);
	expect(keys).toEqual(['Signal:direct', 'Slack:group']);
});
