/**
 * Gives each chat in sight, or each group, a slot, which stands for the elements that show it: what
 * stays keeps its slot, and what is new takes the slot of what has gone. Elements made anew take
 * several times as long as those that are only changed.
 *
 * @returns a function of the IDs in sight, in order, and the one the keyboard is at: its elements
 * go with it, as the focus must not end up at another, nor come back to another from a dialog
 */
export function recycleRows() {
	let slots: ReadonlyMap<string, number> = new Map();
	let unused = 0;
	let before: string | undefined;
	return (ids: readonly string[], current?: string): ReadonlyMap<string, number> => {
		const staying = new Set(ids);
		const free = [...slots].filter(([id]) => !staying.has(id) && id !== current && id !== before);
		before = current;
		let next = 0;
		slots = new Map(ids.map((id) => [id, slots.get(id) ?? free[next++]?.[1] ?? unused++] as const));
		return slots;
	};
}
