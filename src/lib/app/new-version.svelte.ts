import { version } from '$app/environment';
import { getCacheName, type WorkerRequest } from './app-cache';
import { holdLock } from './locks';

function ask(worker: ServiceWorker | null, request: WorkerRequest) {
	worker?.postMessage(request);
}

/**
 * Tells when the service worker has a newer version of the app ready. Where the browser has no service
 * worker, as in some private windows, there never is one, and every page comes from the server.
 */
export class NewVersion {
	#registration: ServiceWorkerRegistration | null = null;
	#isReady = $state.raw(false);

	/** True when a reload shows another version than this page. */
	get isReady() {
		return this.#isReady;
	}

	/** Looks for a newer version whenever the page comes into view, until the signal aborts. */
	watch(signal: AbortSignal) {
		if (!('serviceWorker' in navigator)) return;
		const { serviceWorker: workers } = navigator;
		// Keeps the service worker from deleting the files of this version.
		signal.addEventListener('abort', holdLock(getCacheName(version), 'shared'), { once: true });
		// The browser's first worker takes over pages of its own version, which is no news.
		const hadWorker = workers.controller !== null;
		workers.addEventListener('controllerchange', () => (this.#isReady ||= hadWorker), { signal });
		void workers.ready.then((registration) => {
			if (!signal.aborted) this.#watchRegistration(registration, signal);
		});
	}

	/**
	 * Reloads this page on the newer version. Other tabs stay on theirs until they are reloaded.
	 */
	reload() {
		const waiting = this.#registration?.waiting;
		if (!waiting) return location.reload();
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
		ask(waiting, 'activate');
	}

	#watchRegistration(registration: ServiceWorkerRegistration, signal: AbortSignal) {
		this.#registration = registration;
		this.#note(registration);
		registration.addEventListener(
			'updatefound',
			() =>
				registration.installing?.addEventListener('statechange', () => this.#note(registration), {
					signal
				}),
			{ signal }
		);
		document.addEventListener(
			'visibilitychange',
			() => {
				// A server that has stopped has no newer version.
				if (!document.hidden) registration.update().catch(() => undefined);
			},
			{ signal }
		);
		ask(registration.active, 'delete-unused-caches');
	}

	/**
	 * Notes a worker that waits to replace an active one; the browser's first worker replaces none.
	 */
	#note({ waiting, active }: ServiceWorkerRegistration) {
		this.#isReady ||= waiting !== null && active !== null;
	}
}
