/**
 * Calls back once the user asks the browser to close the topmost layer, as with Android’s Back. For
 * layers that the browser doesn’t close by itself.
 *
 * @returns ends the watch
 */
export function watchCloseRequests(onclose: () => void): () => void {
	if (!window.CloseWatcher) return () => {};
	const watcher = new window.CloseWatcher();
	watcher.addEventListener('close', onclose);
	return () => watcher.destroy();
}
