import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { readShareURL } from './.config/share-url.ts';
import { keepToPolicy } from './.config/strict-policy.ts';

export default defineConfig({
	plugins: [tailwindcss(), sveltekit(), keepToPolicy()],
	define: { 'import.meta.env.PUBLIC_SHARE_URL': JSON.stringify(readShareURL(process.env)) },
	environments: {
		// Only what browsers get: one file of it all would need a browser where `/reset` is made.
		client: {
			build: {
				rolldownOptions: {
					output: {
						// Two files of what most pages need, instead of one for each set of pages that share it.
						codeSplitting: {
							groups: [
								{ name: 'packages', test: /node_modules/, minShareCount: 3 },
								{ name: 'shared', minShareCount: 4 }
							]
						}
					}
				}
			}
		}
	},
	server: { host: 'localhost', port: 5173 },
	preview: { host: 'localhost', port: 23323 },
	test: {
		expect: { requireAssertions: true },
		env: { TZ: 'Europe/Vienna' },
		setupFiles: ['tests/fixtures/fast-check.ts'],
		// Far above what any test needs: no test fails because the machine is busy.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// What is tested here keeps nothing in its modules.
					isolate: false,
					include: ['tests/{unit,contract}/**/*.test.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'components',
					environment: 'jsdom',
					setupFiles: ['tests/components/setup.ts'],
					// Nothing here keeps anything in its modules either, and a page for each file takes long.
					isolate: false,
					include: ['tests/{app,components,routes,state}/**/*.test.ts']
				}
			}
		]
	}
});
