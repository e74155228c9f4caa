import { SourceError } from '$lib/domain/connection/source';

/**
 * Part of the program that comes when it is first needed, so that the first rows come sooner.
 *
 * @throws SourceError `not-loaded`; the next call may have more luck
 */
export async function fetched<Module>(module: Promise<Module>): Promise<Module> {
	try {
		return await module;
	} catch (cause) {
		throw new SourceError('not-loaded', { cause });
	}
}
