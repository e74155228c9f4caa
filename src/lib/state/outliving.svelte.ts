/** Makes what lives on after the component that asked for it: its derived values go on, too. */
export function outliving<Made extends object>(make: () => Made): Made {
	const made: { by?: Made } = {};
	$effect.root(() => {
		made.by = make();
	});
	if (!made.by) throw new Error('A root runs at once');
	return made.by;
}
