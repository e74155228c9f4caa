/** A part of the picture: its height is known before it is drawn at its final position. */
export interface Block {
	/** The least height, in pixels. */
	height: number;
	/** @param height - the height that the block is given, at least its own */
	draw: (top: number, height: number) => string;
}

/** Places blocks one below another. Excess height remains below the last. */
export function placeInColumn(blocks: readonly Block[], gap = 0): Block {
	const gaps = gap * Math.max(0, blocks.length - 1);
	return {
		height: blocks.reduce((sum, { height }) => sum + height, gaps),
		draw(top) {
			let y = top;
			return blocks
				.map((block) => {
					const drawn = block.draw(y, block.height);
					y += block.height + gap;
					return drawn;
				})
				.join('\n');
		}
	};
}

/** Places blocks side by side; all are given the height of the highest. */
export function placeInRow(blocks: readonly Block[]): Block {
	return {
		height: Math.max(0, ...blocks.map(({ height }) => height)),
		draw: (top, height) => blocks.map((block) => block.draw(top, height)).join('\n')
	};
}

/** Centres a block vertically in the height that it is given. */
export function alignMiddle(block: Block): Block {
	return {
		height: block.height,
		draw: (top, height) => block.draw(top + (height - block.height) / 2, block.height)
	};
}

/** Adds space above and below a block. */
export function pad(block: Block, above: number, below = above): Block {
	return {
		height: block.height + above + below,
		draw: (top, height) => block.draw(top + above, height - above - below)
	};
}

/** An empty block. */
export function createSpace(height: number): Block {
	return { height, draw: () => '' };
}
