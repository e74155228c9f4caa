import type { Config } from 'tailwindcss';

/** Colours are roles, not hues; both themes' values stand side by side in `src/app.css`. */
export default {
	content: ['./src/**/*.{html,ts,svelte}'],
	theme: {
		extend: {
			colors: {
				canvas: 'var(--canvas)',
				surface: 'var(--surface)',
				raised: 'var(--raised)',
				chosen: 'var(--chosen)',
				line: { DEFAULT: 'var(--line)', strong: 'var(--line-strong)' },
				ink: { DEFAULT: 'var(--ink)', muted: 'var(--ink-muted)' },
				accent: { DEFAULT: 'var(--accent)', ink: 'var(--accent-ink)', soft: 'var(--accent-soft)' },
				good: { DEFAULT: 'var(--good)', soft: 'var(--good-soft)' },
				fair: { DEFAULT: 'var(--fair)', soft: 'var(--fair-soft)' },
				poor: { DEFAULT: 'var(--poor)', soft: 'var(--poor-soft)' },
				bad: { DEFAULT: 'var(--bad)', soft: 'var(--bad-soft)' }
			},
			fontSize: {
				'2xs': ['0.6875rem', '1rem'],
				xs: ['0.75rem', '1rem'],
				sm: ['0.8125rem', '1.25rem'],
				base: ['0.875rem', '1.375rem'],
				lg: ['1rem', '1.5rem'],
				xl: ['1.25rem', '1.75rem'],
				'2xl': ['1.625rem', '2rem']
			}
		}
	}
} satisfies Config;
