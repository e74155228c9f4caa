/** A text for an address: lower case, with dashes for all that is neither letter nor digit. */
export function slugOf(text: string): string {
	return text
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}
