import { ViewQuery, type ViewProblem } from '$lib/domain/view-query';

/** The panels beside the conversation of a chat, in the order of their tabs. */
export const PANELS = ['details', 'edit', 'developer'] as const;
export type PanelName = (typeof PANELS)[number];

export const PANEL_LABELS: Readonly<Record<PanelName, string>> = {
	details: 'Details',
	edit: 'Edit',
	developer: 'Developer'
};

const KEY = 'panel';

/** Parses the query of a chat's page; undefined: the panel isn't stated. */
export function parsePanel(query: string): {
	panel: PanelName | undefined;
	problems: readonly ViewProblem[];
} {
	const params = new ViewQuery(query);
	return { panel: params.readOneOf(KEY, PANELS), problems: params.problems };
}

/** The query with another panel; undefined leaves it out. Other keys are kept. */
export function formatPanel(query: string, panel: PanelName | undefined): string {
	const params = new URLSearchParams(query);
	params.delete(KEY);
	if (panel) params.set(KEY, panel);
	return params.size > 0 ? `?${params}` : '';
}
