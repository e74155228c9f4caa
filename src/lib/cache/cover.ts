import { pack, unpack } from './bytes';
import type { Lock } from './encryption';
import { isCover, type Cover } from './serialize';
import type { Head } from './database-store';

/** What stands in the clear on a head opens it, so that it cannot be changed either. */
function placeOf({ at, marks }: Pick<Head, 'at' | 'marks'>): string {
	return JSON.stringify([at, marks]);
}

export async function closeCover(
	cover: Cover,
	lock: Lock,
	plain: Pick<Head, 'at' | 'marks'>
): Promise<Head> {
	return { ...plain, sealed: await lock.seal(await pack(cover), placeOf(plain)) };
}

/** @returns null when it is damaged, or of another version */
export async function openCover(lock: Lock, head: Head): Promise<Cover | null> {
	const packed = await lock.open(head.sealed, placeOf(head));
	const cover = packed && (await unpack(packed));
	return isCover(cover) ? cover : null;
}
