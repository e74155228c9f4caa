/**
 * Why nothing at all may be changed.
 *
 * @param canWrite - undefined when nobody knows what the token may do
 * @returns null when changes may be tried
 */
export function blockOf(isReadOnly: boolean, canWrite: boolean | undefined): string | null {
	if (isReadOnly) return 'Read-only is on: nothing is changed until you switch it off.';
	if (canWrite === false) {
		return 'The token may only read. Make one in Beeper that may also write.';
	}
	return null;
}
