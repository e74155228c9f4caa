/** The bars that are read and chosen in a plot. */
export class BarCursor {
	/** Index of the bar that keys and clicks have led to; -1 for none. */
	active = $state(-1);
	/** Index of the bar at the pointer; -1 for none. */
	hovered = $state(-1);
	/** Index of the bar from which the chosen span reaches to `active`; -1: none is chosen. */
	#start = $state(-1);

	/** Indexes of the first and the last chosen bar; undefined if none is chosen. */
	get span(): readonly [number, number] | undefined {
		if (this.#start < 0 || this.active < 0) return undefined;
		return [Math.min(this.#start, this.active), Math.max(this.#start, this.active)];
	}

	isChosen(place: number): boolean {
		const { span } = this;
		return span !== undefined && place >= span[0] && place <= span[1];
	}

	/** Goes to a bar, and chooses none. */
	move(place: number) {
		this.active = place;
		this.#start = -1;
	}

	/** Chooses a bar alone. */
	choose(place: number) {
		this.active = place;
		this.#start = place;
	}

	/** Chooses from the bar where the span begins, or else from the active one, to another. */
	extend(place: number) {
		if (this.#start < 0) this.#start = this.active < 0 ? place : this.active;
		this.active = place;
	}

	/** @returns false if there was nothing to clear */
	clear(): boolean {
		const wasChosen = this.#start >= 0;
		this.#start = -1;
		return wasChosen;
	}
}
