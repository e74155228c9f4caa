import { readerOf, wordOf } from '../capabilities/reading';
import type { Chat } from '../chat';
import { isNetworkNamed, type Network } from '../network';
import { momentOf } from './activity';
import type { ViewContext } from './context';
import { HAS_FLAG } from './flags';
import { createSearch } from './search';
import { FLAGS, type CapabilityTest, type ChatFilter, type Flag } from './view';

/** The parts of a filter that offer a choice with counts. */
export type Facet = Flag | 'network' | 'account' | 'type';

/** One condition of a filter. */
export interface FilterTest {
	/** The part of the filter it comes from; absent for text, activity and capabilities. */
	facet?: Facet;
	passes: (chat: Chat) => boolean;
}

/**
 * Whether a chat belongs to a view. A chat whose last activity is not known is neither before nor
 * after anything.
 */
export function createMatcher(filter: ChatFilter, context: ViewContext): (chat: Chat) => boolean {
	const tests = filterTests(filter, context);
	return (chat) => tests.every(({ passes }) => passes(chat));
}

/** What a filter asks, at most one test per facet, the cheap ones first. */
export function filterTests(filter: ChatFilter, { networkOf, now }: ViewContext): FilterTest[] {
	const tests: FilterTest[] = [];
	const { flags, networks, accountIDs, type, q, activeBefore, activeAfter, capabilities } = filter;

	for (const facet of FLAGS) {
		const answer = flags[facet];
		if (!answer) continue;
		const has = HAS_FLAG[facet];
		tests.push({ facet, passes: (chat) => has(chat) === (answer === 'yes') });
	}
	if (networks.length > 0) {
		const isWanted = remember((network: Network) =>
			networks.some((word) => isNetworkNamed(network, word))
		);
		tests.push({ facet: 'network', passes: (chat) => isWanted(networkOf(chat)) });
	}
	if (accountIDs.length > 0) {
		const wanted = new Set(accountIDs);
		tests.push({ facet: 'account', passes: (chat) => wanted.has(chat.accountID) });
	}
	if (type) tests.push({ facet: 'type', passes: (chat) => chat.type === type });
	if (activeBefore) {
		const end = momentOf(activeBefore, now);
		tests.push({ passes: ({ lastActivity }) => lastActivity !== undefined && lastActivity < end });
	}
	if (activeAfter) {
		const start = momentOf(activeAfter, now);
		tests.push({
			passes: ({ lastActivity }) => lastActivity !== undefined && lastActivity >= start
		});
	}
	for (const test of capabilities) tests.push({ passes: createCapabilityTest(test) });
	if (q.trim()) tests.push({ passes: createSearch(q) });
	return tests;
}

function createCapabilityTest({ path, value }: CapabilityTest): (chat: Chat) => boolean {
	const read = readerOf(path);
	const says = remember(
		(capabilities: Chat['capabilities']) => wordOf(read(capabilities)) === value
	);
	return (chat) => says(chat.capabilities);
}

/** Many chats share one network or one capabilities object: ask about each once. */
function remember<Subject>(ask: (subject: Subject) => boolean): (subject: Subject) => boolean {
	const answers = new Map<Subject, boolean>();
	return (subject) => {
		let answer = answers.get(subject);
		if (answer === undefined) answers.set(subject, (answer = ask(subject)));
		return answer;
	};
}
