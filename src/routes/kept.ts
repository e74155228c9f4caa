import { eraseCaches } from '$lib/cache/database';
import { keepChats } from './dashboard';

/** Everything that was kept, of every server. */
export async function forget() {
	await eraseCaches();
}

/** From now on nothing is kept and what was is erased, or everything is kept again. */
export async function setKeepChats(isOn: boolean) {
	keepChats.set(isOn);
	if (!isOn) await forget();
}
