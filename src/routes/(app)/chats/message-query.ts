const [KEY, VALUE] = ['in', 'messages'];

/** True when a query of the list asks to search in messages too. */
export function searchesMessages(query: URLSearchParams): boolean {
	return query.get(KEY) === VALUE;
}

/** The query of the list with the search in messages turned on or off; other keys are kept. */
export function setMessageSearch(query: URLSearchParams, isOn: boolean): URLSearchParams {
	const changed = new URLSearchParams(query);
	if (isOn) changed.set(KEY, VALUE);
	else changed.delete(KEY);
	return changed;
}
