import type { Chat } from '../chat/chat';

/**
 * How long messages may stay in a chat, shortest first.
 *
 * @returns whole seconds, without "for ever"; null when any time may be tried
 */
export function getTimerChoices({ capabilities }: Chat): readonly number[] | null {
	const timers = capabilities?.disappearingTimer?.timers;
	if (!timers) return null;
	const seconds = timers.map((ms) => ms / 1000);
	return [...new Set(seconds)]
		.filter((time) => Number.isSafeInteger(time) && time > 0)
		.sort((a, b) => a - b);
}
