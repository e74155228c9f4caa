/** Something with a height that is drawn once it is known where it stands. */
export interface Block {
	/** Pixels it needs. */
	height: number;
	/** @param height - what it is given, at least what it needs */
	draw: (top: number, height: number) => string;
}

/** One below the other, in lines of their own. Height to spare stays below the last. */
export function stack(blocks: readonly Block[], gap = 0): Block {
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

/** Side by side, all as high as the highest. */
export function abreast(blocks: readonly Block[]): Block {
	return {
		height: Math.max(0, ...blocks.map(({ height }) => height)),
		draw: (top, height) => blocks.map((block) => block.draw(top, height)).join('\n')
	};
}

/** In the middle of the height it is given. */
export function centred(block: Block): Block {
	return {
		height: block.height,
		draw: (top, height) => block.draw(top + (height - block.height) / 2, block.height)
	};
}

/** With room above and below. */
export function padded(block: Block, above: number, below = above): Block {
	return {
		height: block.height + above + below,
		draw: (top, height) => block.draw(top + above, height - above - below)
	};
}

/** Nothing, with a height. */
export function space(height: number): Block {
	return { height, draw: () => '' };
}
