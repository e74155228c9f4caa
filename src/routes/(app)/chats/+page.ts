import { capabilityNames } from '$lib/components/chats/chips';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
	if (url.searchParams.has('capability')) await capabilityNames.ask();
};
