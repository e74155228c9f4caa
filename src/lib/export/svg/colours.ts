import type { Tone } from '$lib/domain/capabilities/format-value';
import type { ExportMetadata } from '../metadata';

/** The colours of `app.css`, repeated here because the picture can't refer to them. */
export interface Colours {
	canvas: string;
	surface: string;
	raised: string;
	line: string;
	lineStrong: string;
	ink: string;
	inkMuted: string;
	accent: string;
	accentSoft: string;
	tones: Readonly<Record<Tone, { ink: string; tint?: string }>>;
}

export const COLOURS: Readonly<Record<ExportMetadata['theme'], Colours>> = {
	light: {
		canvas: '#f7f7f9',
		surface: '#ffffff',
		raised: '#f1f1f4',
		line: '#e2e3e8',
		lineStrong: '#868a96',
		ink: '#16171b',
		inkMuted: '#5a5d68',
		accent: '#4438ca',
		accentSoft: '#ecedff',
		tones: {
			good: { ink: '#14603a', tint: '#e4f5eb' },
			fair: { ink: '#7a4b06', tint: '#fcf2d4' },
			poor: { ink: '#4b5060', tint: '#eceef2' },
			bad: { ink: '#a3221a', tint: '#fde9e7' },
			silent: { ink: '#5a5d68' },
			plain: { ink: '#16171b' }
		}
	},
	dark: {
		canvas: '#0e0f12',
		surface: '#15161a',
		raised: '#1e2026',
		line: '#2a2c34',
		lineStrong: '#6f7483',
		ink: '#eceef2',
		inkMuted: '#a3a7b4',
		accent: '#a9b1ff',
		accentSoft: '#24274a',
		tones: {
			good: { ink: '#7fe0a6', tint: '#11281b' },
			fair: { ink: '#f5cd6a', tint: '#2c240e' },
			poor: { ink: '#b9bfcc', tint: '#23262d' },
			bad: { ink: '#ffaaa3', tint: '#341917' },
			silent: { ink: '#a3a7b4' },
			plain: { ink: '#eceef2' }
		}
	}
};
