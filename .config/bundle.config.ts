import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The server of the dashboard in one file, with all that it imports: nothing is left to install. */
export default defineConfig({
	root,
	resolve: { alias: { $lib: `${root}src/lib` } },
	publicDir: false,
	ssr: { noExternal: true },
	build: {
		ssr: 'src/bin/serve.ts',
		target: 'node20.19',
		// As deep as the source, from where it finds the built pages.
		outDir: 'dist/bin',
		rolldownOptions: { output: { banner: '#!/usr/bin/env node' } }
	}
});
