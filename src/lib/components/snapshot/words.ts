import { formatCount } from '$lib/format/number';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `31 January 2026 · server 4.2.808 · 16 columns` */
export function describeSnapshot({ taken, serverVersion, columns }: Snapshot): string {
	return [
		DATE.format(Date.parse(taken)),
		serverVersion && `server ${serverVersion}`,
		formatCount(columns.length, 'column')
	]
		.filter(Boolean)
		.join(' · ');
}
