import type { FileFacts } from '$lib/domain/capabilities/check/file-facts';
import { measureFile, type Measures } from './measure-file';
import { detectMimeType } from './mime-type';

/** The facts of a file, read in the browser. */
export interface InspectedFile {
	facts: FileFacts;
	/** Sentences about anything unusual; mostly empty. */
	remarks: readonly string[];
}

/** Bytes; enough to detect any format. */
const FIRST_BYTES = 65_536;

/**
 * Detects the type of a file by its first bytes, and measures it. Nothing leaves the computer.
 *
 * @param measure - replaced in tests that run without a browser
 * @returns null for a file that can't be read: a folder, or a file that no longer exists
 */
export async function inspectFile(
	file: File,
	measure: typeof measureFile = measureFile
): Promise<InspectedFile | null> {
	const bytes = await readFirstBytes(file);
	if (!bytes) return null;
	const mimeType = detectMimeType(await findType(bytes), file.type, file.name);
	const measures = await measure(file, mimeType);
	const { name, size } = file;
	return {
		facts: { name, size, mimeType, ...measures },
		remarks: findRemarks(size, mimeType, measures)
	};
}

async function readFirstBytes(file: File): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
	} catch (error) {
		if (error instanceof DOMException) return null;
		throw error;
	}
}

async function findType(bytes: Uint8Array): Promise<string | undefined> {
	const { fileTypeFromBuffer } = await import('file-type');
	// The library throws errors of any kind for a damaged file, which then has no type.
	const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
	return found?.mime;
}

function findRemarks(size: number, mimeType: string, measures: Measures): readonly string[] {
	if (size === 0) return ['Empty file. Many networks refuse those.'];
	if (mimeType === '') return ['Type unknown: checked as a plain file.'];
	const [family] = mimeType.split('/');
	if (family === 'image' && measures.width === undefined) {
		return ['Width and height unknown, not checked: this browser can’t show it.'];
	}
	if ((family === 'video' || family === 'audio') && measures.duration === undefined) {
		return ['Duration unknown, not checked: this browser can’t measure it.'];
	}
	return [];
}
