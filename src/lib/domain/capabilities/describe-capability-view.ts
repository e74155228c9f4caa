import { cleanName, isolateName } from '../chat/name';
import { getNetworkName } from '../chat/network';
import type { CapabilityView } from './capability-view';

const COLUMN_WORDS: Readonly<Record<CapabilityView['by'], string>> = {
	network: '',
	account: ' by account',
	type: ' of direct chats and groups',
	variant: ' by variant',
	chat: ' by chat'
};

/** A few words for a view: `Capabilities: “edit signal”`, `Capabilities by account matching “polls”: Signal, WhatsApp`. */
export function describeCapabilityView({
	ask,
	by,
	networks,
	q,
	onlyDiffering
}: CapabilityView): string {
	// One line, whose direction the words don't change.
	const [asked, searched] = [ask, q].map((text) => isolateName(cleanName(text)));
	if (asked) return `Capabilities: “${asked}”`;
	const search = searched && ` matching “${searched}”`;
	const rows = onlyDiffering ? ' that differ' : '';
	const names = networks.map(getNetworkName).join(', ');
	return `Capabilities${COLUMN_WORDS[by]}${search}${rows}${names && `: ${names}`}`;
}
