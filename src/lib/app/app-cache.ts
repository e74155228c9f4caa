/**
 * The name of the cache that holds one version of the app, and of the lock that each page of this
 * version holds for as long as it's open.
 */
export function getCacheName(version: string): string {
	return `beeper-dashboard-${version}`;
}

/**
 * A page's request to the service worker: let the waiting version answer from now on, or delete the
 * caches of versions that no page uses anymore.
 */
export type WorkerRequest = 'activate' | 'delete-unused-caches';
