/** What WebCrypto and IndexedDB take: never shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function encodeText(text: string): Bytes {
	return new TextEncoder().encode(text);
}

/** A value of JSON, made small: chats shrink to a sixth. */
export function pack(value: unknown): Promise<Bytes> {
	return through(encodeText(JSON.stringify(value)), new CompressionStream('deflate-raw'));
}

/** @param packed - made by `pack` */
export async function unpack(packed: Bytes): Promise<unknown> {
	const bytes = await through(packed, new DecompressionStream('deflate-raw'));
	return JSON.parse(new TextDecoder().decode(bytes));
}

async function through(
	bytes: Bytes,
	change: CompressionStream | DecompressionStream
): Promise<Bytes> {
	const changed = new Blob([bytes]).stream().pipeThrough(change);
	return new Uint8Array(await new Response(changed).arrayBuffer());
}
