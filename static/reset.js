// The page /reset: removes all that the dashboard keeps in this browser. It uses none of the app's
// own code, which may be what doesn't work.

/** Milliseconds that a database which another tab holds open is waited for. */
const PATIENCE = 2_000;
/** For browsers that don't list databases. */
const DATABASES = ['beeper-dashboard'];

async function removeWorkers() {
	const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
	await Promise.all(registrations.map((registration) => registration.unregister()));
}

async function removeCaches() {
	const names = await caches.keys();
	await Promise.all(names.map((name) => caches.delete(name)));
}

/** @param {string} name */
function removeDatabase(name) {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = resolve;
		request.onerror = reject;
		setTimeout(reject, PATIENCE);
	});
}

async function removeDatabases() {
	const listed = await indexedDB.databases?.();
	const names = listed?.map(({ name = '' }) => name) ?? DATABASES;
	await Promise.all(names.map(removeDatabase));
}

/** Each tab forgets its token, and closes the database. */
async function signOutTabs() {
	const tabs = new BroadcastChannel('beeper-dashboard');
	tabs.postMessage({ kind: 'signed-out' });
	tabs.close();
}

async function clearStorage() {
	localStorage.clear();
	sessionStorage.clear();
	// By this mark a tab that the browser has put to sleep forgets its token when it wakes.
	localStorage.setItem('beeper-dashboard.sign-outs', String(Date.now()));
}

/** One step that fails doesn't keep the others from being done. */
async function removeAll() {
	const steps = [signOutTabs, removeWorkers, removeCaches, removeDatabases, clearStorage];
	const results = await Promise.allSettled(steps.map((step) => step()));
	return results.every(({ status }) => status === 'fulfilled');
}

/** @param {string} id */
function find(id) {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no ${id}`);
	return element;
}

find('remove').addEventListener('click', async ({ currentTarget: button }) => {
	if (!(button instanceof HTMLButtonElement)) return;
	button.disabled = true;
	const isGone = await removeAll();
	button.disabled = false;
	find('left').hidden = isGone;
	find('before').hidden = isGone;
	find('after').hidden = !isGone;
	if (isGone) find('after').focus();
});
