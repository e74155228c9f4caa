import { formatCapabilityView, parseCapabilityView } from '../capabilities/capability-view';
import { formatOverview, parseOverview } from '../overview/overview-view';
import type { ColumnChange, ColumnChoice } from './column-choice';
import { formatView, parseView } from './view-url';

/** The pages with views that can be saved. */
export const VIEW_PATHS = ['/chats', '/overview', '/capabilities'] as const;
export type ViewPath = (typeof VIEW_PATHS)[number];

/** A view of a page. */
export interface PageView {
	/** Absent: `/chats`. */
	path?: Exclude<ViewPath, '/chats'>;

	/** The query of its address, without `?`, as `cleanQuery` returns it; may be empty. */
	query: string;
}

/** A view saved under a name. */
export interface SavedView extends PageView {
	/** As returned by `cleanViewName`; unique. */
	name: string;

	/** Columns of its own; absent: those of the other views. Only for views of chats. */
	columns?: ColumnChoice;

	/** Desktop notifications tell of new messages in its chats; absent: no. */
	notifies?: true;
}

/** In the order of the menu. */
type Views = readonly SavedView[];

export const MAX_VIEWS = 200;
/** UTF-16 units, as a text field counts them. */
export const MAX_NAME = 80;
/** UTF-16 units. */
export const MAX_QUERY = 4_000;

/** @returns undefined for an invalid name: too long, or without visible characters */
export function cleanViewName(text: string): string | undefined {
	const name = text
		.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
		.trim()
		.normalize('NFC');
	const isVisible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
	return isVisible && name.length <= MAX_NAME ? name : undefined;
}

/**
 * Accepts any text; unknown keys and values are kept.
 *
 * @returns undefined when it is too long
 */
export function cleanQuery(text: string): string | undefined {
	const query = new URLSearchParams(text).toString();
	return query.length <= MAX_QUERY ? query : undefined;
}

/** The normal form of a query of `/chats`, equal for all queries of the same view. */
export function normalizeQuery(query: string): string {
	const { view, unknown } = parseView(query);
	return formatView(view, unknown).toString();
}

/** The address of a view within the dashboard. */
export function toViewAddress(view: PageView): ViewPath | `${ViewPath}?${string}` {
	const { query } = view;
	const path: ViewPath = view.path ?? '/chats';
	return query ? `${path}?${query}` : path;
}

/** True when two addresses show the same view. */
export function isSameView(one: PageView, other: PageView): boolean {
	return one.path === other.path && normalizeView(one) === normalizeView(other);
}

function normalizeView({ path, query }: PageView): string {
	if (path === undefined) return normalizeQuery(query);
	if (path === '/overview') {
		const { view, unknown } = parseOverview(query);
		return formatOverview(view, unknown).toString();
	}
	const { view, unknown } = parseCapabilityView(new URLSearchParams(query));
	return formatCapabilityView(view, unknown).toString();
}

/** A saved view with the same name is replaced. Does nothing if the limit is reached. */
export function saveView(views: Views, view: SavedView): Views {
	return find(views, view.name)
		? views.map((each) => (each.name === view.name ? view : each))
		: insert(views, view, views.length);
}

/** Does nothing if the new name is taken. */
export function renameView(views: Views, from: string, to: string): Views {
	if (find(views, to)) return views;
	return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}

/** Turns the notifications of a view on or off. */
export function setNotifies(views: Views, name: string, isOn: boolean): Views {
	return views.map((view) => {
		if (view.name !== name) return view;
		return isOn ? { ...view, notifies: true } : dropNotifications(view);
	});
}

/** The same view with its notifications turned off. */
export function dropNotifications({ name, path, query, columns }: SavedView): SavedView {
	return { name, query, ...(path && { path }), ...(columns && { columns }) };
}

/** Changes the columns of a view that has its own. */
export function changeColumns(views: Views, name: string, change: ColumnChange): Views {
	return views.map((view) =>
		view.name === name && view.columns ? { ...view, columns: change(view.columns) } : view
	);
}

/** @param by - positions towards the end; negative: towards the beginning */
export function moveView(views: Views, name: string, by: number): Views {
	const view = find(views, name);
	if (!view) return views;
	return insert(removeView(views, name), view, Math.max(0, views.indexOf(view) + by));
}

export function removeView(views: Views, name: string): Views {
	return views.filter((view) => view.name !== name);
}

/**
 * Adds views up to the limit. A view whose name is taken by a different view gets a number; a view
 * that exists already is not added again.
 *
 * @param place - index at which they are inserted; by default at the end
 */
export function addViews(views: Views, others: Views, place = views.length): Views {
	return others.reduce((before, view) => {
		const name = findFreeName(before, view);
		if (find(before, name)) return before;
		return insert(before, { ...view, name }, place + before.length - views.length);
	}, views);
}

/**
 * The view's own name if it is free or belongs to an equal view, else the name with the first such
 * number.
 */
export function findFreeName(views: Views, { name, path, query }: SavedView): string {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? name : numbered(name, number);
		const known = find(views, candidate);
		if (!known || (known.query === query && known.path === path)) return candidate;
	}
}

function numbered(name: string, number: number): string {
	const suffix = ` (${number})`;
	return `${cleanViewName(name.slice(0, MAX_NAME - suffix.length)) ?? ''}${suffix}`;
}

function insert(views: Views, view: SavedView, place: number): Views {
	return views.length < MAX_VIEWS ? views.toSpliced(place, 0, view) : views;
}

function find(views: Views, name: string): SavedView | undefined {
	return views.find((view) => view.name === name);
}
