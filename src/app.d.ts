// See https://svelte.dev/docs/kit/types#app
declare global {
	namespace App {
		interface PageState {
			/** ID of the recipe whose preview the list is to show. */
			recipe?: string;
		}
	}
}

export {};
