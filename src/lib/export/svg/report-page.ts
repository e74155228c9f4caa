import type { ReportFigure, ReportSection } from '$lib/domain/overview/report';
import type { Colours } from './colours';
import { layOutCountCard } from './count-card';
import { layOutFigures } from './figure-line';
import { createSpace, placeInColumn, placeInRow, type Block } from './layout';
import { layOutFooter, layOutHead, type PageText } from './page-text';
import { layOutPlotCard } from './plot-card';
import type { Card, CardFrame } from './section-card';

/** A page before it is enlarged; its layout is in these pixels. */
export interface ReportPage {
	width: number;
	height: number;
	body: Block;
	/** The sections that the page shows, all or some of their rows. */
	shown: readonly ReportSection[];
}

interface Content {
	text: PageText;
	figures: readonly ReportFigure[];
	sections: readonly ReportSection[];
	colours: Colours;
}

const WIDTH = 1200;
const MARGIN = { full: 36, fixed: 26 } as const;
const CARD_GAP = 14;
/** Enlargements to try; at the least one, letters of 12 pixels are 18 pixels high. */
const SCALES = [2, 1.8, 1.65] as const;
const LEAST_SCALE = 1.5;
/** The most sections on a page of fixed size. */
const MOST_SECTIONS = 2;
/** The share of the first of two cards side by side. */
const FIRST_SHARE = 0.56;
/** Pixels that the second of two cards needs, one below the other. */
const LEAST_HEIGHT = 290;

/** Lays out all sections, one below another, on a page as high as they need. */
export function layOutFullReport({ text, figures, sections, colours }: Content): ReportPage {
	const left = MARGIN.full;
	const width = WIDTH - left * 2;
	const cards = sections.map((section, index) =>
		layOutSection(section, index, { left, width, colours })
	);
	const body = placeInColumn([
		createSpace(left),
		layOutTop({ text, figures, colours }, left, width),
		placeInColumn(cards, CARD_GAP),
		createSpace(20),
		layOutFooter(text, left, width, colours),
		createSpace(left - 8)
	]);
	return { width: WIDTH, height: Math.ceil(body.height), body, shown: sections };
}

/**
 * Lays out the first sections on a page of fixed size, as large as they fit. At the least enlargement,
 * rows and columns that do not fit are left out.
 */
export function layOutFixedReport(
	content: Content,
	size: { width: number; height: number }
): ReportPage {
	for (const scale of SCALES) {
		const page = layOutAtScale(content, size, scale);
		if (page.isWhole) return page;
	}
	return layOutAtScale(content, size, LEAST_SCALE);
}

function layOutAtScale(
	content: Content,
	size: { width: number; height: number },
	scale: number
): ReportPage & { isWhole: boolean } {
	const [width, height] = [size.width / scale, size.height / scale];
	const left = MARGIN.fixed;
	const inner = width - left * 2;
	const top = layOutTop(content, left, inner);
	const footer = layOutFooter(content.text, left, inner, content.colours);
	const room = height - left * 2 - top.height - footer.height - CARD_GAP;
	const sections = content.sections.slice(0, MOST_SECTIONS);
	const frame = { left, width: inner, room, colours: content.colours };
	const cards = (size.width > size.height ? layOutBeside : layOutBelow)(sections, frame);
	const spare = Math.max(0, room - cards.block.height);
	const body = placeInColumn([
		createSpace(left + spare / 3),
		top,
		cards.block,
		createSpace((spare * 2) / 3 + CARD_GAP),
		footer
	]);
	const isWhole = cards.block.height <= room && cards.leftOut === 0;
	return { width, height, body, shown: sections, isWhole };
}

/** The title, and the figures in large letters. */
function layOutTop(
	{ text, figures, colours }: Omit<Content, 'sections'>,
	left: number,
	width: number
): Block {
	const head = layOutHead({ ...text, headline: undefined }, left, width, colours);
	if (figures.length === 0) return head;
	return placeInColumn([head, layOutFigures(figures, left, width, colours), createSpace(18)]);
}

interface Cards {
	block: Block;
	/** Number of rows that have no room. */
	leftOut: number;
}

function layOutBeside(
	sections: readonly ReportSection[],
	{ left, width, room, colours }: Required<CardFrame>
): Cards {
	const first = sections.length > 1 ? (width - CARD_GAP) * FIRST_SHARE : width;
	const cards = sections.map((section, place) =>
		layOutSection(section, place, {
			...{ room, colours },
			left: place === 0 ? left : left + first + CARD_GAP,
			width: place === 0 ? first : width - first - CARD_GAP
		})
	);
	return { block: placeInRow(cards), leftOut: countLeftOut(cards) };
}

function layOutBelow(
	sections: readonly ReportSection[],
	{ room, ...frame }: Required<CardFrame>
): Cards {
	let rest = room;
	const cards = sections.map((section, place) => {
		const isLast = place === sections.length - 1;
		const own = isLast ? rest : rest - LEAST_HEIGHT - CARD_GAP;
		const natural = layOutSection(section, place, frame).height;
		const card = layOutSection(section, place, {
			...frame,
			room: isLast ? own : Math.min(own, natural)
		});
		rest -= card.height + CARD_GAP;
		return card;
	});
	return { block: placeInColumn(cards, CARD_GAP), leftOut: countLeftOut(cards) };
}

function countLeftOut(cards: readonly Card[]): number {
	return cards.reduce((sum, { leftOut }) => sum + leftOut, 0);
}

function layOutSection(section: ReportSection, place: number, frame: CardFrame): Card {
	if (section.look === 'table') return layOutCountCard(section.table, frame);
	return layOutPlotCard(section.plot, section.look, { ...frame, id: `part${place}` });
}
