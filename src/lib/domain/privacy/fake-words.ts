/** Names of fake people: about as short as most names, from many countries. */
export const FIRST_NAMES = list(
	'Ada Akira Amara Anton Aylin Bea Bruno Carmen Chidi Clara Dario Dina Edith Elif Emil Esther Farid Fiona Gita Hana Hugo Ines Ivo Jana Jonas Juno Kai Kira Lars Leila Lina Luca Maja Malik Mara Milo Mina Nadia Nico Noor Olga Omar Otto Paula Petra Pia Rafa Rosa Ruth Sami Sara Simon Sofia Tariq Tessa Theo Timo Uma Vera Viktor Wanda Yara Yusuf Zoe'
);
export const LAST_NAMES = list(
	'Abara Alder Almeida Aydin Bauer Berg Bishop Blum Brook Castell Chen Costa Dahl Diaz Drew Eklund Falk Farah Field Finch Fox Gray Haas Hall Hayes Holm Ito Jansen Kaya Keller Khan Kim Kline Lake Lang Levin Lund Mercer Mori Nash Novak Obi Olsen Park Peters Quinn Rao Reed Rivera Rossi Sato Silva Stone Tanaka Thorne Vance Vega Voss Ward Weber Wolf Wood Yilmaz Young Zeller'
);
export const QUALITIES = list(
	'Amber Blue Bold Brave Bright Calm Clever Copper Coral Cosmic Early Emerald Fast Gentle Golden Grand Green Happy Hidden High Indigo Jolly Kind Late Little Lucky Mellow Merry Misty New Noble Northern Old Open Orange Pearl Plain Proud Quick Quiet Red Rising Round Royal Ruby Rustic Silent Silver Small Soft Solar Southern Steady Sunny Swift Tall Teal Tidy Velvet Violet Warm White Wild Young'
);
export const THINGS = list(
	'Anchors Apples Bakers Beacons Bees Bicycles Birches Books Bridges Cabins Camels Canyons Cedars Clouds Comets Cooks Cranes Creeks Deltas Dunes Eagles Falcons Ferries Fields Foxes Gardens Geese Harbours Hedgehogs Herons Hills Islands Kettles Kites Ladders Lakes Lanterns Larks Lemons Maples Meadows Moons Oaks Orchards Otters Owls Painters Pines Planets Ponds Rivers Robins Sailors Sparrows Stars Stones Swans Swifts Teapots Tigers Trains Valleys Waves Windmills'
);

/** Texts of fake messages. */
export const SENTENCES = [
	'See you at the usual place.',
	'Thanks, that works for me.',
	'Could you send me the list again?',
	'I will be ten minutes late.',
	'The second one looks better.',
	'Shall we talk about it tomorrow?',
	'Good news: it all went well.',
	'I have put it on the table.',
	'No hurry, whenever you have time.',
	'That made my day.',
	'Let me check and come back to you.',
	'We still need somebody for Saturday.',
	'Who has the keys?',
	'It is raining here, how about you?',
	'I am on the train and will call later.',
	'Happy birthday!',
	'Please have a look when you can.',
	'The tickets are booked.',
	'I agree with both of you.',
	'Dinner at seven?',
	'Found it, thank you.',
	'Let us keep it simple.',
	'The door code has changed.',
	'Sounds good.',
	'I will bring the cake.',
	'Not today, maybe next week.',
	'Did you see the sunset?',
	'That is all from my side.',
	'The meeting moved to Thursday.',
	'Call me when you are home.',
	'I left a note for you.',
	'Everybody is welcome.'
] as const;

function list(words: string): readonly string[] {
	return words.split(' ');
}
