import type { Hono } from 'hono';
import * as v from 'valibot';
import type { SampleAccount } from '../accounts';
import type { WireUser } from '../api-types';
import { Refusal } from './failure';
import { cutPage, pageQuery } from './paging';
import { queryInteger, readQuery } from './validate';
import { toAccountRow } from './rows';
import type { SampleContext } from './sample-context';
import { isReady } from './starting';
import { containsWords, splitWords } from './word-search';

const contactsQuery = v.object({
	...pageQuery,
	query: v.optional(v.string(), ''),
	limit: v.optional(queryInteger(1, 200), '50')
});
const lookUpQuery = v.object({ query: v.pipe(v.string(), v.minLength(1)) });

function getSearchTexts({ fullName, username, phoneNumber, email, id }: WireUser): string[] {
	return [fullName, username, phoneNumber, email, id].filter((text) => text !== undefined);
}

function getContacts(sample: SampleContext, accountID: string): readonly WireUser[] {
	const people = sample.world.people(accountID);
	if (!people) throw new Refusal(404, 'Account not found');
	return people.known;
}

/** The accounts that the server lists now. */
function getListedAccounts(sample: SampleContext): readonly SampleAccount[] {
	const { world, behaviour, now } = sample;
	const { accountsFrom = 0, lastAccountFrom = 0 } = behaviour;
	if (!isReady(sample) || now() < accountsFrom) return [];
	const listed = world.accounts.filter(({ isListed }) => isListed);
	return now() < lastAccountFrom ? listed.slice(0, -1) : listed;
}

/** Adds the routes for accounts, except iMessage, and for the contacts of each. */
export function addAccountRoutes(app: Hono, sample: SampleContext) {
	app.get('/v1/accounts', (context) =>
		context.json(getListedAccounts(sample).map(({ account }) => toAccountRow(sample, account)))
	);

	app.get('/v1/accounts/:accountID/contacts', (context) => {
		const words = splitWords(readQuery(context, lookUpQuery).query);
		const contacts = getContacts(sample, context.req.param('accountID'));
		const items = contacts.filter((user) => containsWords(getSearchTexts(user), words));
		return context.json({ items: items.slice(0, 50) });
	});

	app.get('/v1/accounts/:accountID/contacts/list', (context) => {
		const { query, limit, ...request } = readQuery(context, contactsQuery);
		const words = splitWords(query);
		const contacts = getContacts(sample, context.req.param('accountID'));
		const ranked = contacts.map((user, index) => ({ user, key: -index }));
		const { items, ...page } = cutPage(
			ranked,
			{ name: 'contacts', getKey: ({ key }) => key },
			{ ...request, size: limit },
			({ user }) => containsWords(getSearchTexts(user), words)
		);
		return context.json({ items: items.map(({ user }) => user), ...page });
	});
}
