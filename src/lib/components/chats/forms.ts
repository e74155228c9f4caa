import { Later } from '../ui/later.svelte';

/**
 * Cards, rows of two lines, headings of groups, and cells that are only shown where somebody asked
 * for them: most who come see a plain table.
 */
export const otherForms = new Later(() => import('./other-forms'));
