import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** The palette, while it is open. */
export function palette(page: Page) {
	return page.getByRole('dialog', { name: 'Commands' });
}

/** Opens the palette and types a search; does not run the command. */
export async function findCommand(page: Page, name: string) {
	await page.keyboard.press('Control+k');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
	await page.keyboard.type(name);
	const option = palette(page).getByRole('option', { selected: true });
	await expect(option).toContainText(name);
	return option;
}

/** Finds a command by typing and runs it with a held Enter key. */
export async function runCommand(page: Page, name: string) {
	await findCommand(page, name);
	for (let press = 0; press < 3; press++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await expect(palette(page)).toBeHidden();
}
