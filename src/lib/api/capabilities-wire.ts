import { type Capabilities, isSupportLevel, SUPPORT_LEVELS } from '$lib/domain/capabilities/model';
import { isRecord } from '$lib/format/json';

/** The lowest level on the wire; the others follow in their order. */
const LOWEST = -2;

/**
 * Capabilities as the API writes them. Fields that it added since stand at the top, under their
 * dotted path: reading them gives the same.
 */
export function wireOf({ other, ...capabilities }: Capabilities): Record<string, unknown> {
	return { ...other, ...ranked(capabilities) };
}

/** Words in lists are not levels: a reaction may well be called `full`. */
function ranked(value: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value).map(([key, part]: [string, unknown]) => {
			if (isSupportLevel(part)) return [key, SUPPORT_LEVELS.indexOf(part) + LOWEST];
			return [key, isRecord(part) ? ranked(part) : part];
		})
	);
}
