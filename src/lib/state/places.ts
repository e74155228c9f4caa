/** When and where a message was last read. */
export interface Place {
	/** Of its page; undefined: the newest. */
	cursor: string | undefined;
	/** The ID of the last log entry about the chat that had ended by then. */
	asOf: number;
}

/** By the ID of the message. */
export type Places = ReadonlyMap<string, Place>;

export const NO_PLACES: Places = new Map();

/** Some messages have just been read at a place. */
export function addPlaces(places: Places, ids: readonly string[], place: Place): Places {
	return new Map([...places, ...ids.map((id) => [id, place] as const)]);
}

/** Where some messages were read, each place once. */
export function cursorsOf(places: Places, ids: readonly string[]): readonly Place['cursor'][] {
	return [...new Set(ids.map((id) => places.get(id)?.cursor))];
}
