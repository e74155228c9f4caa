import type { PaletteCommand } from '$lib/domain/find-commands';
import type { IconName } from '../ui/icons';

/** A command as the palette shows it. */
export interface PaletteEntry extends PaletteCommand {
	icon?: IconName;
	/** The network whose mark stands in place of an icon, by key. */
	networkKey?: string;
}
