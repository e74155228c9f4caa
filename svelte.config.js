import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: 'index.html' }),
		// Hashes for the inline start script, wherever the build is served from.
		// Addresses that may be called depend on the server: see src/bin/dashboard-server.ts.
		csp: { mode: 'hash', directives: { 'script-src': ['self'] } }
	}
};
