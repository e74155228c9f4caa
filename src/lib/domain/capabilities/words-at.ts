import type { Capabilities } from './capabilities';
import { readerOf } from './reading';
import { wordOf } from './word';

/** The word that addresses have for what chats say about one capability, by its dotted path. */
export function wordsAt(path: string): (capabilities: Capabilities | undefined) => string {
	const read = readerOf(path);
	return (capabilities) => wordOf(read(capabilities));
}
