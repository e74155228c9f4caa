import { expect, test } from 'vitest';
import { createCapabilityReader } from '$lib/api/schemas/capabilities';
import { formatValue } from '$lib/domain/capabilities/format-value';
import { readValue, type CapabilityValue } from '$lib/domain/capabilities/value';
import { buildNetworkColumns } from '$lib/reference/network-columns';
import { NETWORKS } from '$lib/reference/networks';

/** The size limits of each network, in the round numbers of its own help pages. */
const SIZES: Readonly<Record<string, readonly string[]>> = {
	Discord: ['10 MB (10,485,760 bytes)'],
	'Google Chat': ['200 MB (209,715,200 bytes)'],
	'Google Messages': ['100 MB (104,857,600 bytes)'],
	'Google Voice': ['2 MB (2,097,152 bytes)'],
	iMessage: ['100 MB (104,857,600 bytes)'],
	Instagram: ['8 MB (8,000,000 bytes)', '25 MB (25,000,000 bytes)'],
	LinkedIn: ['20 MB (20,971,520 bytes)'],
	'Facebook/Messenger': [
		'8 MB (8,000,000 bytes)',
		'25 MB (25,000,000 bytes)',
		'100 MB (100,000,000 bytes)'
	],
	Signal: ['100 MB (104,857,600 bytes)'],
	Slack: ['1 GB (1,000,000,000 bytes)'],
	Telegram: [
		'10 MB (10,485,760 bytes)',
		'2 GB (2,147,483,648 bytes)',
		'4 GB (4,294,967,296 bytes)'
	],
	Tumblr: ['5 MB (5,242,880 bytes)'],
	'Twitter/X': ['5 MB (5,242,880 bytes)', '15 MB (15,728,640 bytes)'],
	WhatsApp: ['2,000 MB (2,097,152,000 bytes)']
};

function getBytes(value: CapabilityValue): number {
	return value.kind === 'limit' ? value.value : 0;
}

test('every size limit of every network is a round number of kB, MB or GB, with its bytes', () => {
	const found = buildNetworkColumns(NETWORKS, createCapabilityReader()).map(({ name, sets }) => {
		const limits = [...sets.keys()]
			.flatMap((set) =>
				Object.keys(set.attachments ?? {}).map((type) =>
					readValue(set, `attachments.${type}.maxSize`)
				)
			)
			.filter(({ kind }) => kind === 'limit')
			.sort((a, b) => getBytes(a) - getBytes(b))
			.map((value) => formatValue(value, { unit: 'bytes' }).detail);
		return [name, [...new Set(limits)]] as const;
	});
	expect(Object.fromEntries(found.filter(([, limits]) => limits.length > 0))).toEqual(SIZES);
});
