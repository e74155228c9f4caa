import { Random, combineSeeds } from '$lib/format/random';
import type { WireLabel } from './api-types';
import type { World } from './world';

/**
 * The labels of the sample person: two share a name, one has characters with a meaning in addresses
 * and tables.
 */
export const LABELS: readonly WireLabel[] = [
	{ id: '!label-work:beeper.com', name: 'Work | "A"' },
	{ id: '!label-home:beeper.com', name: 'Home' },
	{ id: '!label-home-2:beeper.com', name: 'Home' },
	{ id: '!label-choir:beeper.com', name: 'Choir' }
];

/** Assigns labels to some chats of a world. */
export function assignLabels(world: World) {
	for (const { chat, seed } of world.chats) {
		const random = new Random(combineSeeds(seed, 4));
		if (!random.chance(0.15)) continue;
		const labels = LABELS.filter(() => random.chance(0.4));
		if (labels.length > 0) chat.labels = labels.map((label) => ({ ...label }));
	}
}
