import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { PAGE_DIRECTIVES } from './src/bin/page-policy.js';
import { adaptPublicPages, PUBLIC_BUILD } from './.config/public-pages.js';

/**
 * Builds into `build/<version>`, which appears only when it is whole, so that no server gets to see
 * half of a build. Then the earlier builds go: servers hold theirs in memory (`src/bin/builds.ts`).
 *
 * @returns {import('@sveltejs/kit').Adapter}
 */
function buildWhole() {
	return {
		name: 'whole-builds',
		async adapt(builder) {
			const version = builder.config.kit.version.name;
			const unfinished = `.svelte-kit/build-${version}`;
			await adapter({ pages: unfinished, fallback: 'index.html' }).adapt(builder);
			mkdirSync('build', { recursive: true });
			rmSync(`build/${version}`, { recursive: true, force: true });
			renameSync(unfinished, `build/${version}`);
			for (const other of readdirSync('build').filter((name) => name !== version))
				rmSync(`build/${other}`, { recursive: true, force: true });
		}
	};
}

/** The options of the dashboard, which its own server serves. */
const DASHBOARD = {
	adapter: buildWhole(),
	// Hashes for the inline start script, wherever the build is served from.
	// Addresses that may be called depend on the server: see src/bin/dashboard-server.ts.
	csp: { mode: 'hash', directives: { 'script-src': ['self'] } },
	paths: { relative: false },
	// Not in `npm run dev`, where Vite serves files that change.
	serviceWorker: { register: process.env.NODE_ENV === 'production' }
};

/** The options of the pages in src/public, which any static host serves from any path. */
const PUBLIC_PAGES = {
	adapter: adaptPublicPages(),
	// The whole policy is in each page, as file servers send none.
	csp: { mode: 'hash', directives: { ...PAGE_DIRECTIVES, 'connect-src': ['none'] } },
	files: {
		routes: 'src/public/routes',
		appTemplate: 'src/public/app.html',
		// The app has these, the public pages don't.
		hooks: { client: 'src/public/hooks' },
		serviceWorker: 'src/public/service-worker'
	},
	outDir: '.svelte-kit/public',
	paths: { relative: true }
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: process.env[PUBLIC_BUILD] ? PUBLIC_PAGES : DASHBOARD
};
