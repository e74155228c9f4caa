import { Buffer } from 'node:buffer';

/** A snapshot of Signal as a file. @param poll - the level of polls */
export function snapshotFile(name: string, taken: string, serverVersion: string, poll: number) {
	const columns = [
		{
			name: 'Signal',
			network: { key: 'signal', name: 'Signal' },
			chats: 3,
			answers: [{ chats: 3, capabilities: { edit: 2, poll } }]
		}
	];
	return toSnapshotFile(name, { taken, serverVersion, columns });
}

export function toSnapshotFile(name: string, content: object) {
	const snapshot = { format: 'beeper-dashboard-snapshot', version: 2, ...content };
	return {
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(snapshot))
	};
}
