import { parseView } from '$lib/domain/chat-list/view-url';
import { columns } from '../../dashboard';
import { fetchFor } from './parts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) =>
	fetchFor(parseView(url.searchParams), columns.choice, innerWidth);
