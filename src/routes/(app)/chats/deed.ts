import type { Command } from '$lib/domain/keys';

const DEEDS = ['archive', 'mute', 'pin', 'low-priority', 'read', 'remind'] as const;

/** What a key can ask to be changed. */
export type Deed = (typeof DEEDS)[number];

export function deedOf(command: Command): Deed | undefined {
	return DEEDS.find((deed) => deed === command);
}
