/** Numbers that are written as words. */
export const NUMBER_WORDS: readonly (readonly [words: string, value: number])[] = [
	['a, an, one', 1],
	['two, couple, couple of', 2],
	['three', 3],
	['four', 4],
	['five', 5],
	['six', 6],
	['seven', 7],
	['eight', 8],
	['nine', 9],
	['ten', 10],
	['twelve', 12],
	['fifteen', 15],
	['twenty', 20],
	['thirty', 30],
	['hundred, a hundred, one hundred', 100],
	['thousand, a thousand, one thousand', 1_000]
];

/** Times that people say without a number. */
export const TIMES: readonly (readonly [words: string, seconds: number])[] = [
	['half an hour, half hour', 1_800],
	['yesterday, next day, the next day, overnight, tomorrow', 86_400],
	['last week, next week', 604_800],
	['last month, next month', 2_592_000]
];
