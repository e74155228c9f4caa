import type { Random } from '$lib/format/random';

type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Given and family names of one culture, and the format of a full name. */
interface Culture {
	given: NonEmpty<string>;
	family: NonEmpty<string>;
	write?: (given: string, family: string) => string;
}

const CULTURES: NonEmpty<Culture> = [
	{
		given: [
			'Olivia',
			'Noah',
			'Amelia',
			'Theo',
			'Grace',
			'Marcus',
			'Hannah',
			'Eli',
			'Ruth',
			'Callum'
		],
		family: ['Hartley', 'Brooks', 'Whitfield', 'Okafor', 'Penrose', 'Lindqvist', 'Marsh', 'Ashdown']
	},
	{
		given: ['Zoë', 'Renée', 'Loïc', 'Maëlle', 'Jérôme', 'Anaïs', 'François', 'Héloïse'],
		family: ['Dubois', 'Lefèvre', 'Château', 'Besson', 'Guérin', 'Noël']
	},
	{
		given: ['Jürgen', 'Käthe', 'Sören', 'Björn', 'Lena', 'Matthias', 'Änne', 'Özge'],
		family: ['Müller', 'Grün', 'Weiß', 'Kröger', 'Schönfeld', 'Yıldız']
	},
	{
		given: ['Lucía', 'Íñigo', 'José', 'Begoña', 'Ximena', 'Andrés', 'Núria', 'Raúl'],
		family: ['García', 'Muñoz', 'Peña', 'Ibáñez', 'del Río', 'Quiñones']
	},
	{
		given: ['Zofia', 'Łukasz', 'Jiří', 'Božena', 'Đorđe', 'Šárka', 'Ágnes', 'Ștefan'],
		family: ['Kowalczyk', 'Żak', 'Petrović', 'Horváth', 'Šuša', 'Kos']
	},
	{
		given: ['Priya', 'Arjun', 'Meera', 'Kabir', 'Ananya', 'Rohan', 'Ishaan', 'Divya'],
		family: ['Raghavan', 'Sen', 'Malhotra', 'Iyer', 'Chaudhary', 'Bose']
	},
	{
		given: ['Chiamaka', 'Kwame', 'Amina', 'Tunde', 'Wanjiru', 'Sipho', 'Abena', 'Yared'],
		family: ['Adeyemi', 'Mensah', 'Otieno', 'Dlamini', 'Bekele', 'Nwosu']
	},
	{
		given: ['Ирина', 'Дмитрий', 'Олена', 'Тарас', 'Ксенія', 'Борис'],
		family: ['Лисенко', 'Шевчук', 'Гончар', 'Коваль']
	},
	{
		given: ['ليلى', 'يوسف', 'نور', 'خالد', 'سلمى', 'طارق'],
		family: ['الحداد', 'منصور', 'الخطيب', 'درويش']
	},
	{
		given: ['נועה', 'איתן', 'תמר', 'יואב', 'שירה'],
		family: ['לוי', 'ברק', 'שגיא', 'אלמוג']
	},
	{
		given: ['美咲', '健太', '陽菜', '蓮', '結衣', '大輔'],
		family: ['佐藤', '高橋', '渡辺', '小林'],
		write: (given, family) => `${family} ${given}`
	},
	{
		given: ['伟', '芳', '静怡', '子轩', '浩然', '雨桐'],
		family: ['王', '李', '陈', '赵'],
		write: (given, family) => family + given
	},
	{
		given: ['민준', '서연', '지우', '하은', '도윤'],
		family: ['김', '박', '최', '정'],
		write: (given, family) => family + given
	},
	{
		given: ['Ngọc', 'Linh', 'Tuấn', 'Phương', 'Đức'],
		family: ['Nguyễn', 'Trần', 'Phạm', 'Đặng'],
		write: (given, family) => `${family} ${given}`
	},
	{ given: ['สมชาย', 'มาลี', 'นภา'], family: ['ใจดี', 'ศรีสุข', 'ทองคำ'] },
	{ given: ['Ελένη', 'Γιώργος', 'Δάφνη'], family: ['Νικολάου', 'Γεωργίου', 'Βασιλείου'] }
];

const EMOJI: NonEmpty<string> = ['🌻', '🚲', '✨', '🦊', '🇺🇦', '👩🏽‍🚀', '🏳️‍🌈', '☕️', '🐙', '🎸', '🧶'];

/** An invented name; some contain an emoji, as names in messengers do. */
export function makeName(random: Random): string {
	// The list starts with the most common cultures: most names that one person knows are in one
	// script.
	const culture = CULTURES[Math.floor(random.next() ** 2 * CULTURES.length)] ?? CULTURES[0];
	const given = random.pick(culture.given);
	const family = random.pick(culture.family);
	const write = culture.write ?? ((one, other) => `${one} ${other}`);
	const name = random.chance(0.1) ? given : write(given, family);
	return random.chance(0.06) ? `${name} ${random.pick(EMOJI)}` : name;
}
