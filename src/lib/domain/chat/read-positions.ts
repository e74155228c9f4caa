import type { MessagePage } from '../connection/source';

/** The time and the page of a message's last read. */
export interface ReadPosition {
	/** Cursor of the page; undefined: the newest page. */
	cursor: string | undefined;
	/** ID of the last log entry about the chat that had ended at that time. */
	asOf: number;
}

export interface ReadPage extends MessagePage {
	position: ReadPosition;
}

/** By message ID. */
export type ReadPositions = ReadonlyMap<string, ReadPosition>;

export const NO_POSITIONS: ReadPositions = new Map();

export function addPositions(
	positions: ReadPositions,
	{ items, position }: ReadPage
): ReadPositions {
	return new Map([...positions, ...items.map(({ id }) => [id, position] as const)]);
}

/** The distinct cursors of the pages with which some messages were read. */
export function getCursors(
	positions: ReadPositions,
	ids: readonly string[]
): readonly ReadPosition['cursor'][] {
	return [...new Set(ids.map((id) => positions.get(id)?.cursor))];
}
