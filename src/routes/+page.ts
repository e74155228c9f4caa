import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { tabs } from '$lib/app/tabs';

export async function load() {
	if (!(await tabs.findLogin())) redirect(307, resolve('/connect'));
	redirect(307, resolve('/overview'));
}
