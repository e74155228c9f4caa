import { isServedAsset } from '$lib/domain/connection/asset-url';
import type { AssetSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Client } from './client';

/** A page must not show the file of another person as a document. */
const OTHER_FILE = 'application/octet-stream';

export function createAssetSource(client: Client): AssetSource {
	return {
		async asset(url, signal, onprogress) {
			if (!isServedAsset(url)) throw new SourceError('invalid');
			const bytes = await client.getFile('/v1/assets/serve', signal, { url }, onprogress);
			return new Blob([bytes], { type: findFileType(bytes) ?? OTHER_FILE });
		}
	};
}

/** How pictures, sounds and videos begin, as Latin-1; a dot stands for any byte. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, type: string])[] = [
	[/^\x89PNG/, 'image/png'],
	[/^\xff\xd8\xff/, 'image/jpeg'],
	[/^GIF8[79]a/, 'image/gif'],
	[/^RIFF.{4}WEBP/s, 'image/webp'],
	[/^.{4}ftypavi[fs]/s, 'image/avif'],
	[/^OggS/, 'audio/ogg'],
	[/^(?:ID3|\xff[\xf2\xf3\xfa\xfb])/, 'audio/mpeg'],
	[/^\xff[\xf1\xf9]/, 'audio/aac'],
	[/^RIFF.{4}WAVE/s, 'audio/wav'],
	[/^fLaC/, 'audio/flac'],
	[/^caff/, 'audio/x-caf'],
	[/^.{4}ftypM4[AB] /s, 'audio/mp4'],
	[/^.{4}ftyp(?:qt|isom|iso\d|avc1|mp4\d|M4V|MSNV|dash|3g\w\w)/s, 'video/mp4'],
	// Its first byte is a control character.
	[/^.E\xdf\xa3/, 'video/webm']
];

/**
 * The MIME type of a file that browsers show or play and never run, by its first bytes; undefined for
 * anything else.
 */
function findFileType(bytes: Uint8Array): string | undefined {
	const start = String.fromCharCode(...bytes.subarray(0, 12));
	return BEGINNINGS.find(([beginning]) => beginning.test(start))?.[1];
}
