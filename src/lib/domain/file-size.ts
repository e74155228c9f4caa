const STEPS = [
	['GB', 1e9],
	['MB', 1e6],
	['kB', 1e3]
] as const;

const NUMBER = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** About how large a file is: `3.48 MB`. */
export function fileSizeWords(bytes: number): string {
	const step = STEPS.find(([, size]) => bytes >= size);
	return step
		? `${NUMBER.format(bytes / step[1])} ${step[0]}`
		: `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
