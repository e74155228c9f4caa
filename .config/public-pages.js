import { readdirSync, rmSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

/** The environment variable that makes a build one of the public pages. */
export const PUBLIC_BUILD = 'DASHBOARD_PUBLIC_BUILD';

const FOLDER = 'build-public';

/** The files of `static` that the public pages use; the others belong to the app. */
const STATIC_FILES = ['icon.svg', 'theme.js'];

/** @returns {import('@sveltejs/kit').Adapter} */
export function adaptPublicPages() {
	return {
		name: 'public-pages',
		async adapt(builder) {
			await adapter({ pages: FOLDER }).adapt(builder);
			for (const file of readdirSync('static'))
				if (!STATIC_FILES.includes(file)) rmSync(`${FOLDER}/${file}`);
		}
	};
}
