/** The most that is counted: a longer number couldn't be read. */
const MOST = 99;

/** The left edge of a number of one, two or three characters. */
const LEFT = [14, 9, 3];

/**
 * The icon of the tab with a number of unread chats, as a `data:` URL.
 *
 * @param count - at least 1
 */
export function drawUnreadIcon(count: number): string {
	const text = count > MOST ? `${MOST}+` : String(Math.floor(count));
	const left = LEFT[text.length - 1] ?? 3;
	const size = text.length === 1 ? 16 : 14;
	const middle = (left + 32) / 2;
	return `data:image/svg+xml,${encodeURIComponent(
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
			'<rect width="32" height="32" rx="8" fill="#4438ca"/>' +
			'<g fill="#fff"><rect x="7" y="8" width="8" height="7" rx="2"/>' +
			'<rect x="17" y="8" width="8" height="7" rx="2" opacity=".6"/></g>' +
			`<rect x="${left}" y="13" width="${32 - left}" height="19" rx="7" fill="#d92d20" stroke="#fff"/>` +
			`<text x="${middle}" y="28" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${size}" fill="#fff">${text}</text>` +
			'</svg>'
	)}`;
}
