// `signDisplay`: minus zero is shown as zero. `maximumFractionDigits`: no two numbers look the same.
const NUMBER = new Intl.NumberFormat('en-US', {
	maximumFractionDigits: 20,
	signDisplay: 'negative'
});

/** With thousands separated: `65,536`. */
export function formatNumber(value: number): string {
	return NUMBER.format(value);
}

/** `1 edit`, `10 edits`. */
export function formatCount(value: number, one: string, many = `${one}s`): string {
	return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** With zeros in front: `05`. */
export function padNumber(value: number, digits = 2): string {
	return String(value).padStart(digits, '0');
}
