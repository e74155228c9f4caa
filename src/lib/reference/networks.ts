import bluesky from './facts/bluesky.json' with { type: 'json' };
import discord from './facts/discord.json' with { type: 'json' };
import gmessages from './facts/gmessages.json' with { type: 'json' };
import googlechat from './facts/googlechat.json' with { type: 'json' };
import googlevoice from './facts/googlevoice.json' with { type: 'json' };
import imessage from './facts/imessage.json' with { type: 'json' };
import instagram from './facts/instagram.json' with { type: 'json' };
import line from './facts/line.json' with { type: 'json' };
import linkedin from './facts/linkedin.json' with { type: 'json' };
import messenger from './facts/messenger.json' with { type: 'json' };
import signal from './facts/signal.json' with { type: 'json' };
import slack from './facts/slack.json' with { type: 'json' };
import telegram from './facts/telegram.json' with { type: 'json' };
import tumblr from './facts/tumblr.json' with { type: 'json' };
import twitter from './facts/twitter.json' with { type: 'json' };
import whatsapp from './facts/whatsapp.json' with { type: 'json' };
import { readFacts, type FactsFile, type NetworkFacts } from './facts';

const FILES: readonly FactsFile[] = [
	whatsapp,
	telegram,
	messenger,
	instagram,
	signal,
	imessage,
	slack,
	discord,
	gmessages,
	linkedin,
	twitter,
	googlechat,
	line,
	googlevoice,
	bluesky,
	tumblr
];

/** The facts of every network whose bridge code could be read. Large: import it dynamically. */
export const NETWORKS: readonly NetworkFacts[] = FILES.map(readFacts);
