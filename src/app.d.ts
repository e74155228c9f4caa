// See https://svelte.dev/docs/kit/types#app
declare global {
	interface ImportMetaEnv {
		/**
		 * The address of the public pages, with a slash at the end; relative in the public pages
		 * themselves. Empty where a build knows none: see `.config/share-url.ts`.
		 */
		readonly PUBLIC_SHARE_URL: string;
	}

	interface Window {
		/** Absent in browsers without close requests. */
		CloseWatcher?: new () => EventTarget & { destroy: () => void };
	}

	namespace App {
		interface PageState {
			/** ID of the recipe whose preview the list is to show. */
			recipe?: string;
			/** True when `/capabilities` is to take a snapshot once all chats are there, and to open it. */
			takesSnapshot?: boolean;
		}
	}
}

export {};
