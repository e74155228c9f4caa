/** Why nothing may be changed while another Beeper answers than the one whose chats are shown. */
export const OTHER_SERVER =
	'Another Beeper answers: nothing is changed until you choose which one to show.';

/**
 * Why nothing at all may be changed. A token that has ended is no reason: fields in which somebody
 * writes stay open, and what is sent is refused.
 *
 * @param isReadOnly - the switch in the header
 * @param canWrite - undefined when nobody knows what the token may do
 * @returns null when changes may be tried
 */
export function getBlockedReason(
	isReadOnly: boolean,
	canWrite: boolean | undefined
): string | null {
	if (isReadOnly) return 'Read-only is on. Turn it off to make changes.';
	if (canWrite === false) {
		return 'This token can only read. Create one with write access in Beeper.';
	}
	return null;
}
