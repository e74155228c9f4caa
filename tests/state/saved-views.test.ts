import { expect, test } from 'vitest';
import { SavedViews } from '$lib/state/preferences.svelte';
import { createTextStore } from '$lib/state/persisted.svelte';
import { makeStorage, makeStores } from '../fixtures/storage';

const work = { name: 'Work', query: 'network=slack' };
const home = { name: 'Home', query: 'network=signal' };
const news = { name: 'News', query: 'unread=yes' };

function namesOf({ views }: SavedViews) {
	return views.map(({ name }) => name);
}

/** A storage that can be set to be full. */
function makeFullStorage() {
	const storage = makeStorage();
	const disk = { isFull: false };
	const store = createTextStore(() => ({
		...storage,
		setItem(name: string, text: string) {
			if (disk.isFull) throw new DOMException('full', 'QuotaExceededError');
			storage.setItem(name, text);
		}
	}));
	return { disk, store };
}

test('every change is there the next time', () => {
	const { device } = makeStores().stores;
	const views = new SavedViews(device);
	expect([namesOf(views), views.isKept]).toEqual([[], true]);
	views.save(work);
	views.save(home);
	views.add([news]);
	expect(new SavedViews(device).views).toEqual([work, home, news]);
	views.move('News', -1);
	views.rename('Home', 'Family');
	expect(namesOf(new SavedViews(device))).toEqual(['Work', 'News', 'Family']);
	views.remove('Work');
	views.add([work], 0);
	views.remove('News');
	expect(namesOf(new SavedViews(device))).toEqual(['Work', 'Family']);
	expect(views.views).toEqual(new SavedViews(device).views);
});

test('a change in one tab loses nothing of another', () => {
	const { device } = makeStores().stores;
	const [one, other] = [new SavedViews(device), new SavedViews(device)];
	one.save(work);
	other.save(home);
	one.rename('Work', 'Job');
	other.save(news);
	expect(namesOf(other)).toEqual(['Job', 'Home', 'News']);
	one.reread();
	expect(namesOf(one)).toEqual(['Job', 'Home', 'News']);
});

test('when storing fails, `isKept` is false and the views stay for this visit', () => {
	const forbidden = createTextStore(() => {
		throw new DOMException('forbidden', 'SecurityError');
	});
	const views = new SavedViews(forbidden);
	views.save(work);
	views.save(home);
	views.move('Home', -1);
	views.reread();
	expect([namesOf(views), views.isKept]).toEqual([['Home', 'Work'], false]);
});

test('what a full disk did not take is kept as soon as there is room, beside what others saved', () => {
	const { disk, store } = makeFullStorage();
	const [one, other] = [new SavedViews(store), new SavedViews(store)];
	one.save(work);
	disk.isFull = true;
	one.save(home);
	one.rename('Work', 'Job');
	expect([namesOf(one), one.isKept]).toEqual([['Job', 'Home'], false]);
	expect(namesOf(new SavedViews(store))).toEqual(['Work']);
	disk.isFull = false;
	other.save(news);
	one.move('Home', -1);
	expect(one.isKept).toBe(true);
	expect(namesOf(new SavedViews(store)).sort()).toEqual(['Home', 'Job', 'News']);
});

test('damage costs what is damaged, no more', () => {
	const { device } = makeStores().stores;
	new SavedViews(device).add([work, home]);
	device.write('views', (device.read('views') ?? '').replace('"network=slack"', '7'));
	expect(namesOf(new SavedViews(device))).toEqual(['Home']);
	device.write('views', '{"views":');
	const views = new SavedViews(device);
	expect(namesOf(views)).toEqual([]);
	views.save(news);
	expect(namesOf(new SavedViews(device))).toEqual(['News']);
});

test('what a later version wrote is left alone', () => {
	const { device } = makeStores().stores;
	const later = '{"format":"beeper-dashboard-views","version":2,"views":{}}';
	device.write('views', later);
	const views = new SavedViews(device);
	views.save(work);
	expect([namesOf(views), views.isKept, device.read('views')]).toEqual([['Work'], false, later]);
});
