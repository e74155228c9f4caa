/** What to say when a part of this program could not be fetched; here before all other failures are. */
export const NOT_LOADED = {
	title: 'Part of this page could not be loaded',
	next: 'Nothing was done. Check that the dashboard’s own server runs, then reload this page.'
};
