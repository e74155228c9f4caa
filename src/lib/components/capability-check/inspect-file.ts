import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import { measureFile, type Measures } from './measure-file';
import { detectMimeType } from './mime-type';

/** What was found out about a file. */
export interface InspectedFile {
	facts: FileFacts;
	/** What is odd about it, a sentence each. */
	remarks: readonly string[];
}

/** Bytes: as many as any format needs to be told from others. */
const FIRST_BYTES = 65_536;

/**
 * Find out type and measures of a file here in the browser; of its bytes only the first are read
 * for the type.
 *
 * @param measure - takes another's place in tests, where no browser can measure
 * @returns null for what cannot be read: a folder, a file that is gone
 */
export async function inspectFile(
	file: File,
	measure: typeof measureFile = measureFile
): Promise<InspectedFile | null> {
	const bytes = await firstBytes(file);
	if (!bytes) return null;
	const mimeType = detectMimeType(await foundType(bytes), file.type, file.name);
	const measures = await measure(file, mimeType);
	const { name, size } = file;
	return {
		facts: { name, size, mimeType, ...measures },
		remarks: remarksOn(size, mimeType, measures)
	};
}

async function firstBytes(file: File): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
	} catch (error) {
		if (error instanceof DOMException) return null;
		throw error;
	}
}

async function foundType(bytes: Uint8Array): Promise<string | undefined> {
	const { fileTypeFromBuffer } = await import('file-type');
	// A broken file makes its readers stumble in any way; it has no type then.
	const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
	return found?.mime;
}

function remarksOn(size: number, mimeType: string, measures: Measures): readonly string[] {
	if (size === 0) return ['The file is empty; many networks refuse that.'];
	if (mimeType === '') return ['Type unknown: checked as a plain file.'];
	const [family] = mimeType.split('/');
	if (family === 'image' && measures.width === undefined) {
		return ['Width and height unknown, not checked: this browser cannot show it.'];
	}
	if ((family === 'video' || family === 'audio') && measures.duration === undefined) {
		return ['Duration unknown, not checked: this browser cannot tell it.'];
	}
	return [];
}
