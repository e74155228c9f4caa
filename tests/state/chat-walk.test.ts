import { expect, test } from 'vitest';
import { ConfirmationPeriod } from '$lib/state/chat-walk';

test('an implausible answer is believed after a minute, also where the clock was set back meanwhile', () => {
	let now = 10_000_000;
	const period = new ConfirmationPeriod(() => now);
	period.note();
	now -= 3_600_000;
	let seconds = 0;
	while (!period.note() && seconds < 300) {
		now += 3_000;
		seconds += 3;
	}
	expect(seconds).toBeGreaterThan(40);
	expect(seconds).toBeLessThan(62);
});
