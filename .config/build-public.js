import { build } from 'vite';
import { PUBLIC_BUILD } from './public-pages.js';

// Kit reads its configuration again in programs of its own, which get the environment of this one.
process.env[PUBLIC_BUILD] = 'yes';
await build();
