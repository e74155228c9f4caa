import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFilterText } from '$lib/domain/chat-list/filter-text/format';
import { parseFilterText } from '$lib/domain/chat-list/filter-text/parse-filter-text';
import { ALL_CHATS, INBOX } from '$lib/domain/chat-list/view';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';
import { anyView } from '../arbitrary';
import { NAMES } from './names';

function read(line: string, view = ALL_CHATS) {
	const { view: next, problems } = parseFilterText(line, NAMES, view);
	return { query: decodeURIComponent(`${formatView(next)}`).replaceAll('+', ' '), problems };
}

describe('a line is read as', () => {
	test.for([
		['', ''],
		['   ', ''],
		['is:unread', 'unread=yes'],
		['-is:archived', 'archived=no'],
		['IS:Unread', 'unread=yes'],
		['is:unread is:muted -is:archived', 'archived=no&muted=yes&unread=yes'],
		['is:unread,muted', 'muted=yes&unread=yes'],
		['is:read', 'unread=no'],
		['-is:read', 'unread=yes'],
		['is:unmuted', 'muted=no'],
		['is:draft', 'draft=yes'],
		['is:drafts', 'draft=yes'],
		['has:drafts', 'draft=yes'],
		['has:mention', 'mentions=yes'],
		['is:snoozed', 'snoozed=yes'],
		['is:low-priority', 'low-priority=yes'],
		['is:LowPriority', 'low-priority=yes'],
		['is:"low priority"', 'low-priority=yes'],
		['-is:read-only', 'read-only=no'],
		['is:disappearing', 'disappearing=yes'],
		['is:group', 'type=group'],
		['is:direct', 'type=single'],
		['-is:group', 'type=single'],
		['merged:yes', 'merged=yes'],
		['Merged:NO', 'merged=no'],
		['-merged:yes', 'merged=no'],
		['archived:no low-priority:no', 'archived=no&low-priority=no'],
		['network:whatsapp', 'network=whatsapp'],
		['network:WhatsApp,telegram', 'network=whatsapp&network=telegram'],
		['networks:whatsapp network:telegram', 'network=whatsapp&network=telegram'],
		['network:slack', 'network=slackgo'],
		['network:messenger', 'network=facebookgo'],
		['network:facebook/messenger', 'network=facebookgo'],
		['network:"Google Messages"', 'network=gmessages'],
		['network:“Google Messages”', 'network=gmessages'],
		['network:"tencent, qq"', 'network=qq'],
		['network:whatsapp,', 'network=whatsapp'],
		['network:signal', 'network=signal'],
		['in:slack', 'network=slackgo'],
		['type:group', 'type=group'],
		['type:groups', 'type=group'],
		['Type:Single', 'type=single'],
		['type:direct', 'type=single'],
		['-type:group', 'type=single'],
		['active:<90d', 'active-after=90d'],
		['active:90d', 'active-after=90d'],
		['active:>90d', 'active-before=90d'],
		['active:>=2w', 'active-before=14d'],
		['active:<"3 months"', 'active-after=90d'],
		['active:>1y', 'active-before=365d'],
		['active:>2026-01-31', 'active-after=2026-01-31'],
		['active:<2026-01-31', 'active-before=2026-01-31'],
		['active:>2026-01-01 active:<2026-02-01', 'active-before=2026-02-01&active-after=2026-01-01'],
		['active-before:90d', 'active-before=90d'],
		['active-after:2026-01-31', 'active-after=2026-01-31'],
		['people:>50', 'participants-over=50'],
		['people:50', 'participants-over=50'],
		['account:wa1', 'account=wa1'],
		['account:"Kim (…0199) · WhatsApp"', 'account=wa1'],
		['account:"kim (…0200) · whatsapp",slackgo.T1', 'account=wa2&account=slackgo.T1'],
		['account:"robin \\"r\\" sample"', 'account=slackgo.T1'],
		['label:Work', 'label=!work'],
		['labels:work', 'label=!work'],
		['label:"My label"', 'label=!my'],
		['label:"my label",!work', 'label=!my&label=!work'],
		['edit:full', 'capability=edit:full'],
		['Edit:Full', 'capability=edit:full'],
		['participantActions.kick:rejected', 'capability=participantActions.kick:rejected'],
		['participantactions.kick:rejected', 'capability=participantActions.kick:rejected'],
		['poll:unreported edit:full', 'capability=poll:unreported&capability=edit:full'],
		['capability:edit:full', 'capability=edit:full'],
		['capability:"odd path:a value"', 'capability=odd path:a value'],
		['allowedReactions:👍,❤️', 'capability=allowedReactions:👍,❤️'],
		['sort:title', 'sort=title'],
		['sort:-unread', 'sort=-unread'],
		['sort:Participant', 'sort=participants'],
		['sort:activity', ''],
		['group:day', 'group=day'],
		['group:networks', 'group=network'],
		['group:none', ''],
		['tea', 'q=tea'],
		['green  tea', 'q=green tea'],
		['"is:unread"', 'q=is:unread'],
		['"green tea" is:unread', 'unread=yes&q=green tea'],
		['10:30', 'q=10:30'],
		['re:', 'q=re:'],
		['https://example.com/a', 'q=https://example.com/a'],
		['a,b', 'q=a,b'],
		['- tea', 'q=- tea'],
		['"-tea"', 'q=-tea'],
		['"unclosed tea', 'q=unclosed tea'],
		['tea is:unread more', 'unread=yes&q=tea more'],
		[
			'is:muted is:unread type:group network:whatsapp,telegram',
			'muted=yes&unread=yes&network=whatsapp&network=telegram&type=group'
		]
	])('%s → %s', ([line = '', query]) => {
		expect(read(line)).toEqual({ query, problems: [] });
	});
});

describe('what a line can’t say is told, with what was probably meant', () => {
	test.for<[line: string, message: string, label?: string, better?: string]>([
		['network:whatsup', 'No network “whatsup”.', 'WhatsApp', 'network:WhatsApp'],
		['tea network:telegram,gogle', 'No network “gogle”.'],
		['is:unred x', 'No filter “is:unred”.', 'unread', 'is:unread x'],
		['is:blue', 'No filter “is:blue”.'],
		['netwrok:whatsapp', 'No filter “netwrok:”.', 'network:whatsapp', 'network:whatsapp'],
		['label:Wrok', 'No label “Wrok”.', 'Work', 'label:Work'],
		['label:"my lable"', 'No label “my lable”.', 'My label', 'label:"My label"'],
		['account:nobody', 'No account “nobody”.'],
		['type:channel', 'Type can be single or group.'],
		['sort:titel', 'Can’t sort by “titel”.', 'title', 'sort:title'],
		['sort:-titel', 'Can’t sort by “titel”.', 'title', 'sort:-title'],
		['group:week', 'Can’t group by “week”.'],
		['archived:maybe', '“archived” can be yes or no.'],
		['active:soon', 'Active can be <90d, >90d, <2026-01-31 or >2026-01-31.'],
		['active:2026-02-30', 'Active can be <90d, >90d, <2026-01-31 or >2026-01-31.'],
		['active-before:soon', '“active-before” can be 90d or 2026-01-31.'],
		['people:many', 'People can be a number, such as people:>50.'],
		['network:', 'Add a value after “network:”.'],
		['capability:edit', 'Write a capability and its value, such as edit:full.'],
		['edit:ful', '“edit” can’t be “ful”.', 'full', 'edit:full'],
		['capability:edit:ful', '“edit” can’t be “ful”.', 'full', 'capability:edit:full'],
		['maxTextLength:long', '“maxTextLength” can’t be “long”.'],
		['-network:slack', '“-network:” isn’t possible. Only is: and type: can be excluded.'],
		['-edit:full', '“-edit:” isn’t possible. Only is: and type: can be excluded.'],
		['-sort:title', '“-sort:” isn’t possible. Only is: and type: can be excluded.'],
		['a -tea', 'Words can’t be excluded.', 'words with "-tea"', 'a "-tea"'],
		['is:unread -is:unread', '“-is:unread” contradicts another filter.'],
		['type:group is:direct', '“is:direct” contradicts another filter.'],
		['sort:title sort:unread', '“sort:unread” contradicts another filter.']
	])('%s: %s', ([line, message, label, better]) => {
		const { problems } = read(line);
		expect(problems).toEqual([
			{ message, ...(label !== undefined && { suggestion: { label, line: better } }) }
		]);
	});

	test('the parts around a problem are read all the same', () => {
		expect(read('is:unread is:blue tea').query).toBe('unread=yes&q=tea');
	});
});

describe('a view is written as', () => {
	test.for([
		['', ''],
		['archived=no&low-priority=no', '-is:archived -is:low-priority'],
		[
			'muted=yes&unread=yes&network=whatsapp&network=telegram&type=group',
			'is:muted is:unread type:group network:whatsapp,telegram'
		],
		['network=slackgo&network=gmessages', 'network:slack,"google messages"'],
		['network=nosuch', 'network:nosuch'],
		['account=wa1', 'account:"Kim (…0199) · WhatsApp"'],
		['account=gone', 'account:gone'],
		['label=!my&label=!work', 'label:"My label",Work'],
		['active-before=90d&active-after=2026-01-31', 'active:>2026-01-31 active:>90d'],
		['active-after=90d&active-before=2026-01-31', 'active:<90d active:<2026-01-31'],
		['capability=edit:full&capability=odd path:x', 'edit:full capability:"odd path:x"'],
		['capability=archived:full', 'capability:archived:full'],
		['sort=-title&group=day&q=green tea', 'sort:-title group:day green tea'],
		['q=is:unread -x "y"', '"is:unread" "-x" "\\"y\\""'],
		['layout=cards', '']
	])('%s → %s', ([query = '', line]) => {
		expect(formatFilterText(parseView(query).view, NAMES)).toBe(line);
	});
});

test('the line of any view is read as the same view', () => {
	fc.assert(
		fc.property(anyView, (view) => {
			const { view: again, problems } = parseFilterText(formatFilterText(view, NAMES), NAMES, view);
			expect(problems).toEqual([]);
			expect(again).toEqual(view);
		})
	);
});

test('from another view, a line of known things is read the same', () => {
	const line = formatFilterText(parseView('network=slackgo&label=!my&account=wa2').view, NAMES);
	expect(read(line, INBOX).query).toBe('network=slackgo&account=wa2&label=!my');
});

test('whatever is typed is read without failing, and its line is stable', () => {
	const anyLine = fc
		.array(
			fc.oneof(
				fc.string({ unit: 'binary' }),
				fc.constantFrom(
					'is:',
					'-',
					':',
					',',
					'"',
					'“',
					'\\',
					' ',
					'network:',
					'edit:',
					'sort:',
					'tea'
				)
			)
		)
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(anyLine, (line) => {
			const { view } = parseFilterText(line, NAMES, ALL_CHATS);
			const written = formatFilterText(view, NAMES);
			const again = parseFilterText(written, NAMES, view);
			expect(again.problems).toEqual([]);
			expect(formatView(again.view).toString()).toBe(formatView(view).toString());
		})
	);
});

test('of two networks with one name the second goes by its key', () => {
	const names = { ...NAMES, networks: ['pigeon', 'carrier'].map((key) => ({ key, name: 'Post' })) };
	const { view } = parseView('network=pigeon&network=carrier');
	expect(formatFilterText(view, names)).toBe('network:post,carrier');
});

test('a name in the address stays, though the line has it in small letters', () => {
	const { view } = parseView('network=WhatsApp');
	expect(read(formatFilterText(view, NAMES), view).query).toBe('network=WhatsApp');
});
