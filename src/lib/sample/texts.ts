/** Titles, lines and files by theme. Message lines are Matrix HTML, as the API sends them. */

export const GROUP_TITLES = [
	'Sunday Roast 🍗',
	'Flat 4B',
	'Book club: the long one',
	'Climbing, Tuesdays',
	'Allotment 17–23 🌱',
	'Parents of Class 3c',
	'Familie Kröger',
	'Les cousins',
	'Пікнік у суботу',
	'עבודה בלבד',
	'مجموعة العائلة',
	'週末ハイキング部',
	'家长群',
	'점심 뭐 먹지',
	'Choir: altos & tenors',
	'Ski trip (definitely happening)',
	'Band practice 🎸🥁',
	'D&D: Thursday party',
	'Neighbours <Elm Row>',
	'Five-a-side ⚽️',
	'Quiz team “Les Quizérables”',
	'Wedding of Z & T 💍',
	'Carpool Monday/Wednesday',
	'Board games @ Meera’s',
	'Repair café volunteers',
	'Street food tour',
	'Photo walk 📷',
	'Cat sitters 🐈',
	'Marathon 2027??',
	'Sourdough anonymous'
] as const;

export const CHANNEL_TITLES = [
	'general',
	'random',
	'announcements',
	'design-reviews',
	'help',
	'deploys',
	'garden-robots',
	'lunch',
	'incident-42',
	'soprano-section',
	'concert-logistics',
	'show-and-tell'
] as const;

export const BROADCAST_TITLES = [
	'City Transit Alerts 🚋',
	'Night Sky This Week',
	'Harbour Weather',
	'Open-Source Digest',
	'Museum Late Hours',
	'أخبار الحي',
	'今日の星空'
] as const;

/** Titles that break layouts without overflow handling. */
export const ODD_TITLES = [
	'',
	'   ',
	'<b>Bold</b> & "quoted" <script>alert(1)</script>',
	'👨‍👩‍👧‍👦🏳️‍🌈🇺🇦👩🏽‍🚀',
	'A title that somebody kept writing because nobody told them when to stop, and so it goes on well past the end of any column that a reasonable person would lay out for it',
	'\u202Eright to left override\u202C',
	'Z͑ͫa̸lgo̷ friends',
	'Ünïcödé Ñight'
] as const;

export const DESCRIPTIONS = [
	'Please keep it friendly. New here? Read the pinned message.',
	'Dates, times, and who brings the cake.',
	'No voice notes longer than a minute!',
	'Nur für Mitglieder. Bilder bitte ins Album.'
] as const;

export const LINES = [
	'See you at eight?',
	'Running ten minutes late, sorry!',
	'Haha yes 😂',
	'I&#39;ll bring the salad &amp; bread',
	'Did you see the <strong>new schedule</strong>?',
	'On my way',
	'Happy birthday!! 🎂🎉',
	'The train is <em>cancelled</em> again.',
	'Can you send me the address?',
	'That works for me 👍',
	'<p>Two things:</p><ol><li>tickets</li><li>parking</li></ol>',
	'Call me when you can',
	'Price went from 12 &lt; 15 &euro; in a week',
	'<blockquote>who has the key?</blockquote>I do',
	'Dinner tomorrow?',
	'Thank you so much 🙏',
	'Klar, bis später!',
	'À demain ☕️',
	'¿Quedamos el jueves?',
	'Добре, домовились',
	'تمام، نراك غداً',
	'בסדר גמור, תודה!',
	'了解です！',
	'好的，明天见',
	'네, 알겠습니다 😊',
	'Check this out: <a href="https://example.org/walks?from=1&amp;to=9">the walk</a>',
	'<code>npm run lunch</code>',
	'Photos are in the album now',
	'I left the umbrella at yours',
	'Who is in for Saturday?',
	'Let me check with the others and get back to you before the weekend',
	'ok',
	'🎶🎶🎶',
	'No worries at all',
	'Meeting moved to 14:30',
	'Good night 🌙'
] as const;

/** Texts of system events, which no person wrote. */
export const NOTICES = [
	'{{sender}} changed the group name',
	'{{sender}} pinned a message',
	'{{sender}} turned on disappearing messages &middot; 7 days',
	'You can now message and call each other'
] as const;

export const DRAFT_LINES = [
	'I was thinking we could',
	'Sorry for the late reply &ndash; ',
	'<p>Hi!</p><p>About the invoice:</p>',
	'Yes but',
	'سأكون هناك في'
] as const;

export const EMOJI_REACTIONS = ['👍', '❤️', '😂', '🎉', '😮', '🙏', '🔥'] as const;

export const FILES = [
	['IMG_2041.jpg', 'image/jpeg', 'img'],
	['PXL_0193.png', 'image/png', 'img'],
	['concert.mp4', 'video/mp4', 'video'],
	['voice-note.ogg', 'audio/ogg', 'audio'],
	['Rechnung März (final) #2.pdf', 'application/pdf', 'unknown'],
	['トレイル.gpx', 'application/gpx+xml', 'unknown'],
	['party.gif', 'image/gif', 'img']
] as const;
