/** How wide the controls of `Arranging` are: their room is kept until they are here. */
export const ROOM = {
	sort: 'w-34 max-sm:w-29',
	order: 'w-8 xl:w-31',
	group: 'w-31 max-sm:w-25',
	columns: 'w-9 xl:w-27 max-sm:hidden',
	layout: 'w-28 max-sm:w-25 xl:w-30'
};
