import { expect, test } from 'vitest';
import { parseCapabilityView } from '$lib/domain/capabilities/capability-view';
import { describeCapabilityView } from '$lib/domain/capabilities/describe-capability-view';

test.for([
	['', 'Capabilities'],
	['share=yes&fold=messages', 'Capabilities'],
	['network=whatsapp&network=telegram', 'Capabilities: WhatsApp, Telegram'],
	['by=account&q=polls', 'Capabilities by account matching “polls”'],
	['ask=\u202eevil%0Alunch', 'Capabilities: “evil lunch”'],
	['q=\u202eevil', 'Capabilities matching “evil”'],
	['by=type', 'Capabilities of direct chats and groups'],
	['by=variant&network=signal', 'Capabilities by variant: Signal'],
	['rows=differ&network=nosuch', 'Capabilities that differ: nosuch']
] as const)('%s: %s', ([query, words]) => {
	expect(describeCapabilityView(parseCapabilityView(new URLSearchParams(query)).view)).toBe(words);
});
