import { catalogueFor } from '$lib/domain/capabilities/catalogue';
import { fullNameOf } from '$lib/domain/capabilities/row';

export { wordsAt } from '$lib/domain/capabilities/url-value';

/** What a capability is called, by its path. */
export const CAPABILITY_NAMES: ReadonlyMap<string, string> = new Map(
	catalogueFor([]).map((row) => [row.path, fullNameOf(row)])
);
