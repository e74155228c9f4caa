// Runs before the first paint, so that a chosen theme never flashes into view.
try {
	const theme = localStorage.getItem('beeper-dashboard.theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is forbidden here: the system's theme is right.
}
