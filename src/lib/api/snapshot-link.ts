import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { hasChecksum, removeChecksum, addChecksum } from './checksum';
import {
	MOST_CHARACTERS,
	readSnapshot,
	writeCompactSnapshot,
	type SnapshotReading
} from './snapshot';

/** How a fragment that carries a snapshot begins. */
const START = 'snapshot=';
/** Characters; every browser takes an address of that length. */
const LONGEST = 200_000;
/** Bytes given to the decompressor at a time: what comes of them all at once stays small. */
const SIP = 1_024;
/** Bytes made into characters at a time: a call takes only so many arguments. */
const BITE = 8_192;

/** Whether the words behind the `#` of an address are a snapshot, perhaps one that was damaged. */
export function isSnapshotFragment(fragment: string): boolean {
	if (fragment.startsWith(START)) return true;
	const near = [START.length - 1, START.length, START.length + 1];
	return near.some((start) => hasChecksum(fragment.slice(start)));
}

/**
 * The fragment of an address, without `#`: letters, digits, `-`, `_` and one `=`. Browsers do not
 * send it to any server.
 *
 * @throws SnapshotError `too-large-for-link`
 */
export async function packSnapshot(snapshot: Snapshot): Promise<string> {
	const json = writeCompactSnapshot(snapshot);
	if (json.length > MOST_CHARACTERS) throw new SnapshotError('too-large-for-link');
	const bytes = await new Response(
		toStream(new TextEncoder().encode(json)).pipeThrough(new CompressionStream('deflate-raw'))
	).arrayBuffer();
	const fragment = START + addChecksum(toBase64(new Uint8Array(bytes)));
	if (fragment.length > LONGEST) throw new SnapshotError('too-large-for-link');
	return fragment;
}

/**
 * @param fragment - as {@link packSnapshot} made it, or what has become of it on its way
 * @throws SnapshotError
 */
export async function unpackSnapshot(fragment: string): Promise<SnapshotReading> {
	if (fragment.length > LONGEST) throw new SnapshotError('too-large');
	if (!fragment.startsWith(START)) throw new SnapshotError('broken-link');
	return readSnapshot(await inflated(toBytes(unsealed(fragment.slice(START.length)))));
}

/**
 * Links of earlier dashboards bear no checksum.
 *
 * @throws SnapshotError `broken-link` when it does not fit
 */
function unsealed(text: string): string {
	const base64 = hasChecksum(text) ? removeChecksum(text) : text;
	if (base64 === undefined) throw new SnapshotError('broken-link');
	return base64;
}

/** Stops before more comes out than any snapshot holds, however little went in. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let text = '';
	try {
		const stream = toStream(bytes).pipeThrough(new DecompressionStream('deflate-raw'));
		const reader = stream.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return text + decoder.decode();
			text += decoder.decode(value, { stream: true });
			if (text.length <= MOST_CHARACTERS) continue;
			await reader.cancel();
			break;
		}
	} catch (error) {
		throw new SnapshotError('broken-link', { cause: error });
	}
	throw new SnapshotError('too-large');
}

/** Only as fast as it is read. */
function toStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
	let start = 0;
	return new ReadableStream(
		{
			pull(controller) {
				if (start < bytes.length) controller.enqueue(bytes.slice(start, (start += SIP)));
				else controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
}

function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let start = 0; start < bytes.length; start += BITE)
		binary += String.fromCharCode(...bytes.subarray(start, start + BITE));
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws SnapshotError `broken-link` when there is anything else in it */
function toBytes(base64: string): Uint8Array<ArrayBuffer> {
	if (!/^[\w-]+$/.test(base64) || base64.length % 4 === 1) throw new SnapshotError('broken-link');
	const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
