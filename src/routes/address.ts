import { DEFAULT_ADDRESS } from '$lib/domain/connection/address';
import type { Login } from '$lib/state/connection.svelte';

/** Where a command copied from the page should be sent; a sample's go to `npm run sample-api`. */
export function addressOf(login: Login): string {
	return login.kind === 'live' ? login.address : DEFAULT_ADDRESS;
}
