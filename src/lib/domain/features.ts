/** Something the dashboard shows or does that older servers cannot. */
export interface Feature {
	/** Fits after "It lacks": `drafts`. */
	label: string;
	/** The first version that has it. */
	since: string;
}

/** Oldest first. What every server has, such as listing chats, is not named. */
export const FEATURES: readonly Feature[] = [
	{ label: 'reactions', since: '4.2.557' },
	{ label: 'what a token may do', since: '4.2.557' },
	{ label: 'exact networks of accounts', since: '4.2.785' },
	{ label: 'capabilities', since: '4.2.808' },
	{ label: 'drafts', since: '4.2.808' },
	{ label: 'low priority', since: '4.2.808' },
	{ label: 'changing chats', since: '4.2.808' },
	{ label: 'marking as read', since: '4.2.808' },
	{ label: 'starting chats', since: '4.2.808' },
	{ label: 'status of accounts', since: '4.3.0' }
];

/**
 * What a server is too old for, oldest feature first.
 *
 * @param version - absent for a server that does not say, which makes it older than 4.2.557;
 *   a version that is no number is taken for a new one
 */
export function missingFeatures(version: string | undefined): readonly Feature[] {
	return FEATURES.filter(({ since }) => isBefore(version, since));
}

/** @param version - read as {@link missingFeatures} reads it */
export function isBefore(version: string | undefined, other: string): boolean {
	if (version === undefined) return true;
	return /^v?\d/.test(version) && isOlder(version, other);
}

function isOlder(version: string, other: string): boolean {
	const ours = numbers(version);
	const theirs = numbers(other);
	for (const [index, number] of theirs.entries()) {
		const difference = (ours[index] ?? 0) - number;
		if (difference !== 0) return difference < 0;
	}
	return false;
}

/** A pre-release counts as the release it leads to: `4.2.808-beta.1` is `4.2.808`. */
function numbers(version: string): number[] {
	const [release = ''] = version.replace(/^v/, '').split(/[-+\s]/);
	return release.split('.').map((part) => Number.parseInt(part, 10) || 0);
}
