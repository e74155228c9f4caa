import { expect, test } from 'vitest';
import {
	createReadOnly,
	Theme,
	Privacy,
	ColumnPreferences,
	SavedViews
} from '$lib/state/preferences.svelte';
import { makeStores, makeStorage } from '../fixtures/storage';
import {
	moveColumn,
	DEFAULT_COLUMNS,
	setColumnShown,
	setColumnWidth
} from '$lib/domain/chat-list/column-choice';
import { createTextStore } from '$lib/state/persisted.svelte';

test('follows the system until a theme is chosen, and again when that is chosen back', () => {
	const { device } = makeStores().stores;
	const root = document.createElement('html');
	const theme = new Theme(device);
	expect(theme.name).toBe('system');

	theme.choose('dark', root);
	expect([root.dataset.theme, new Theme(device).name]).toEqual(['dark', 'dark']);

	theme.choose('system', root);
	expect([root.dataset.theme, new Theme(device).name]).toEqual([undefined, 'system']);
});

test('an unknown theme is ignored', () => {
	const { device } = makeStores().stores;
	device.write('theme', 'sepia');
	expect(new Theme(device).name).toBe('system');
});

test('Read-only is remembered, on and off', () => {
	const { stores } = makeStores();
	const first = createReadOnly(stores.device);
	expect(first.isOn).toBe(false);
	first.set(true);
	expect(createReadOnly(stores.device).isOn).toBe(true);
	first.set(false);
	expect(createReadOnly(stores.device).isOn).toBe(false);
});

const ANN = { id: '@ann:home', fullName: 'Ann' };

test('is off at first, remembered once it is on, and forgotten once it is off', () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	expect(privacy.anonymizer).toBeNull();
	privacy.set(true);
	expect(new Privacy(store).isOn).toBe(true);
	privacy.set(false);
	expect(new Privacy(store).isOn).toBe(false);
});

test('fake names are the same after a reload, and different on another device', () => {
	const store = makeStores().stores.device;
	const privacy = new Privacy(store);
	privacy.set(true);
	const name = privacy.anonymizer?.person(ANN).fullName;
	expect(name).not.toBe('Ann');
	const reloaded = new Privacy(store);
	expect(reloaded.anonymizer?.person(ANN).fullName).toBe(name);

	const elsewhere = Array.from({ length: 4 }, () => {
		const other = new Privacy(makeStores().stores.device);
		other.set(true);
		return other.anonymizer?.person(ANN).fullName;
	});
	expect(new Set([name, ...elsewhere]).size).toBeGreaterThan(1);
});

test('what is chosen is there after a reload, until it is reset', () => {
	const store = makeStores().stores.device;
	const columns = new ColumnPreferences(store);
	columns.change((now) => setColumnShown(now, 'draft', true));
	columns.change((now) => setColumnWidth(now, 'network', 200));
	expect(new ColumnPreferences(store).choice).toEqual(columns.choice);
	expect(columns.choice).toMatchObject({ shown: { draft: true }, widths: { network: 200 } });
	columns.reset();
	expect(columns.choice).toEqual(DEFAULT_COLUMNS);
	expect(new ColumnPreferences(store).choice).toEqual(DEFAULT_COLUMNS);
});

test('a switch adopts what another tab has set', () => {
	const store = makeStores().stores.device;
	const [one, other] = [createReadOnly(store), createReadOnly(store)];
	other.set(true);
	one.reread();
	expect(one.isOn).toBe(true);
	const [shown, hidden] = [new Privacy(store), new Privacy(store)];
	hidden.set(true);
	shown.reread();
	expect(shown.anonymizer?.person(ANN)).toEqual(hidden.anonymizer?.person(ANN));
});

test('what two tabs change is kept from both', () => {
	const store = makeStores().stores.device;
	const [one, other] = [new ColumnPreferences(store), new ColumnPreferences(store)];
	one.change((now) => setColumnShown(now, 'participants', false));
	other.change((now) => moveColumn(now, 'title', -1));
	one.reread();
	expect(one.choice).toEqual(other.choice);
	expect(other.choice.shown).toEqual({ participants: false });
	other.reset();
	one.reread();
	expect(one.choice).toEqual(DEFAULT_COLUMNS);
});

test('what is tried is shown and not kept, until it is chosen', () => {
	const store = makeStores().stores.device;
	const columns = new ColumnPreferences(store);
	columns.attempt((now) => setColumnWidth(now, 'network', 300));
	expect(columns.choice.widths).toEqual({ network: 300 });
	expect(new ColumnPreferences(store).choice.widths).toEqual({});
	columns.attempt(undefined);
	expect(columns.choice.widths).toEqual({});
	columns.attempt((now) => setColumnWidth(now, 'network', 300));
	columns.change((now) => setColumnWidth(now, 'network', 310));
	expect(columns.choice.widths).toEqual({ network: 310 });
});

test('where nothing can be kept, the choice holds as long as the page', () => {
	const columns = new ColumnPreferences(
		createTextStore(() => {
			throw new Error('forbidden');
		})
	);
	columns.change((now) => setColumnShown(now, 'flags', false));
	columns.change((now) => setColumnShown(now, 'draft', true));
	columns.reread();
	expect(columns.choice.shown).toEqual({ flags: false, draft: true });
});

const work = { name: 'Work', query: 'network=slack' };
const home = { name: 'Home', query: 'network=signal' };
const news = { name: 'News', query: 'unread=yes' };

function listViewNames({ views }: SavedViews) {
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
	expect([listViewNames(views), views.isKept]).toEqual([[], true]);
	views.save(work);
	views.save(home);
	views.add([news]);
	expect(new SavedViews(device).views).toEqual([work, home, news]);
	views.move('News', -1);
	views.rename('Home', 'Family');
	expect(listViewNames(new SavedViews(device))).toEqual(['Work', 'News', 'Family']);
	views.remove('Work');
	views.add([work], 0);
	views.remove('News');
	expect(listViewNames(new SavedViews(device))).toEqual(['Work', 'Family']);
	expect(views.views).toEqual(new SavedViews(device).views);
});

test('a change in one tab loses nothing of another', () => {
	const { device } = makeStores().stores;
	const [one, other] = [new SavedViews(device), new SavedViews(device)];
	one.save(work);
	other.save(home);
	one.rename('Work', 'Job');
	other.save(news);
	expect(listViewNames(other)).toEqual(['Job', 'Home', 'News']);
	one.reread();
	expect(listViewNames(one)).toEqual(['Job', 'Home', 'News']);
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
	expect([listViewNames(views), views.isKept]).toEqual([['Home', 'Work'], false]);
});

test('what a full disk did not take is kept as soon as there is room, beside what others saved', () => {
	const { disk, store } = makeFullStorage();
	const [one, other] = [new SavedViews(store), new SavedViews(store)];
	one.save(work);
	disk.isFull = true;
	one.save(home);
	one.rename('Work', 'Job');
	expect([listViewNames(one), one.isKept]).toEqual([['Job', 'Home'], false]);
	expect(listViewNames(new SavedViews(store))).toEqual(['Work']);
	disk.isFull = false;
	other.save(news);
	one.move('Home', -1);
	expect(one.isKept).toBe(true);
	expect(listViewNames(new SavedViews(store)).sort()).toEqual(['Home', 'Job', 'News']);
});

test('damage costs what is damaged, no more', () => {
	const { device } = makeStores().stores;
	new SavedViews(device).add([work, home]);
	device.write('views', (device.read('views') ?? '').replace('"network=slack"', '7'));
	expect(listViewNames(new SavedViews(device))).toEqual(['Home']);
	device.write('views', '{"views":');
	const views = new SavedViews(device);
	expect(listViewNames(views)).toEqual([]);
	views.save(news);
	expect(listViewNames(new SavedViews(device))).toEqual(['News']);
});

test('what a later version wrote is left alone', () => {
	const { device } = makeStores().stores;
	const later = '{"format":"beeper-dashboard-views","version":3,"views":{}}';
	device.write('views', later);
	const views = new SavedViews(device);
	views.save(work);
	expect([listViewNames(views), views.isKept, device.read('views')]).toEqual([
		['Work'],
		false,
		later
	]);
});
