import { isServedAsset } from '$lib/domain/connection/asset-url';
import type { AssetSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Client } from './client';
import { findFileType } from './file-type';

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
