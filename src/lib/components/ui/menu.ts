import type { IconName } from './icons';

/** An item of a menu: a command, or a link. */
export interface MenuItem {
	id: string;
	name: string;
	icon?: IconName;
	/** Keyboard shortcut of the same command, as shown: `e`. */
	keys?: string;
	/** Why the item is disabled; absent: it is enabled. */
	disabledReason?: string;
	/** A line separates it from the item above. */
	startsGroup?: boolean;
	/** Makes it a link. */
	href?: string;
	/** True for the link to the current page. */
	isCurrent?: boolean;
	/** Called once the menu has closed and the focus is back where it was. */
	run?: () => void;
}

/** The box next to which a menu opens, in pixels of the viewport; for a point, an empty box. */
export type MenuAnchor = Readonly<Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>>;

/** Pixels kept free between a menu and the edges of the viewport. */
const MARGIN = 8;

/**
 * The position of a menu: below its anchor and aligned with its start, or above and with its end
 * where there is no room, always inside the viewport.
 *
 * @param size - of the menu, in pixels, as that of the viewport
 */
export function placeMenu(
	anchor: MenuAnchor,
	size: { width: number; height: number },
	viewport: { width: number; height: number }
): { left: number; top: number } {
	const fitsRight = anchor.left + size.width + MARGIN <= viewport.width;
	const fitsBelow = anchor.bottom + size.height + MARGIN <= viewport.height;
	const fitsAbove = anchor.top - size.height >= MARGIN;
	const left = fitsRight ? anchor.left : anchor.right - size.width;
	const top = fitsBelow || !fitsAbove ? anchor.bottom : anchor.top - size.height;
	return {
		left: Math.max(MARGIN, Math.min(left, viewport.width - size.width - MARGIN)),
		top: Math.max(MARGIN, Math.min(top, viewport.height - size.height - MARGIN))
	};
}

/**
 * Index of the item to which typed letters lead: the next one that begins with them, from the
 * current one on and then from the start; a letter alone, or the same one again, leaves the current
 * item.
 *
 * @param current - index of the focused item; -1: none
 * @returns undefined when no item begins with them
 */
export function findTyped(
	names: readonly string[],
	typed: string,
	current: number
): number | undefined {
	const [letter = ''] = typed;
	const isRepeated = typed === letter.repeat(typed.length);
	const wanted = (isRepeated ? letter : typed).toLowerCase();
	const from = Math.max(0, isRepeated ? current + 1 : current);
	return names
		.map((_, step) => (from + step) % names.length)
		.find((place) => names[place]?.toLowerCase().startsWith(wanted));
}
