import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { hasChecksum, removeChecksum, addChecksum } from './checksum';
import {
	MOST_CHARACTERS,
	readSnapshot,
	writeCompactSnapshot,
	type SnapshotReading
} from './snapshot';

/** The prefix of a fragment that contains a snapshot. */
const START = 'snapshot=';
/** Characters; every browser accepts an address of this length. */
const LONGEST = 200_000;
/** Bytes given to the decompressor at a time, so that each output stays small. */
const INPUT_CHUNK = 1_024;
/** Bytes converted to characters at a time, because the number of a call's arguments is limited. */
const CHARACTER_CHUNK = 8_192;

/** True when a fragment (without `#`) is a snapshot, even a damaged one. */
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
 * @param fragment - from {@link packSnapshot}, possibly damaged in transit
 * @throws SnapshotError
 */
export async function unpackSnapshot(fragment: string): Promise<SnapshotReading> {
	if (fragment.length > LONGEST) throw new SnapshotError('too-large');
	if (!fragment.startsWith(START)) throw new SnapshotError('broken-link');
	return readSnapshot(await inflate(toBytes(unseal(fragment.slice(START.length)))));
}

/**
 * Links from earlier versions have no checksum.
 *
 * @throws SnapshotError `broken-link` if the checksum is wrong
 */
function unseal(text: string): string {
	const base64 = hasChecksum(text) ? removeChecksum(text) : text;
	if (base64 === undefined) throw new SnapshotError('broken-link');
	return base64;
}

/** Stops when the output exceeds the size of any snapshot, to resist compression bombs. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
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

/** Pulls data only as fast as it is read. */
function toStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
	let start = 0;
	return new ReadableStream(
		{
			pull(controller) {
				if (start < bytes.length) controller.enqueue(bytes.slice(start, (start += INPUT_CHUNK)));
				else controller.close();
			}
		},
		{ highWaterMark: 0 }
	);
}

function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let start = 0; start < bytes.length; start += CHARACTER_CHUNK)
		binary += String.fromCharCode(...bytes.subarray(start, start + CHARACTER_CHUNK));
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws SnapshotError `broken-link` if it contains other characters */
function toBytes(base64: string): Uint8Array<ArrayBuffer> {
	if (!/^[\w-]+$/.test(base64) || base64.length % 4 === 1) throw new SnapshotError('broken-link');
	const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
