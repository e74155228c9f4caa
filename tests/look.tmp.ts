import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, LAUNCH_ARGS } from './e2e/browser';
import { startDashboard, startSampleApi } from './e2e/servers';
const only = process.argv[2] ? new RegExp(process.argv[2]) : null;
const out = '/tmp/look'; mkdirSync(out, { recursive: true });
const dash = await startDashboard();
const api = await startSampleApi('--merged', 'a', '--labels', '--odd-names');
const ro = await startSampleApi('--token-writes', '403');
const rem = await startSampleApi('--settings', 'archive-marks-read,reminder-archives');
const notReady = await startSampleApi('--not-ready', '600:40');
const blocked = await startSampleApi('--cors', 'none');
const old = await startSampleApi('--version', '4.1.294');
const few = await startSampleApi('--chats', '0');
const reads = await startSampleApi('--cors', 'reads-only');
const dying = await startSampleApi();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: LAUNCH_ARGS });
const W: [number, number][] = [[1440, 900], [1024, 768], [390, 844]];
async function conn(page: Page, address: string, path: string) {
  await page.addInitScript(([a]) => { if (!location.pathname.startsWith('/x')) sessionStorage.setItem('beeper-dashboard.connection', JSON.stringify({ kind: 'live', address: a, token: 'sample-token' })); }, [address]);
  await page.goto(dash.address + path);
}
type Shot = [string, (p: Page, w: number) => Promise<void>];
const grid = (p: Page) => p.getByRole('grid', { name: 'Chats' });
async function loaded(p: Page) { await grid(p).getByRole('row').nth(3).waitFor(); await p.waitForTimeout(1500); }
const shots: Shot[] = [
 ['connect', async (p) => { await p.goto(dash.address + '/connect'); await p.waitForTimeout(1500); }],
 ['connect-return', async (p) => { await p.goto(dash.address + '/chats?unread=yes&network=signal'); await p.waitForTimeout(1500); }],
 ['chats', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); }],
 ['chats-odd', async (p) => { await conn(p, api.address, '/chats?sort=title'); await loaded(p); }],
 ['cards', async (p) => { await conn(p, api.address, '/chats?layout=cards'); await loaded(p); }],
 ['compact', async (p) => { await conn(p, api.address, '/chats?layout=compact&group=network'); await loaded(p); }],
 ['merged', async (p) => { await conn(p, api.address, '/chats?merged=yes'); await loaded(p); }],
 ['filters', async (p, w) => { await conn(p, api.address, '/chats'); await loaded(p); if (w < 1100) { const b = p.getByRole('button', { name: /^Filters/ }); if (await b.isVisible()) await b.click(); } await p.waitForTimeout(500); await p.getByRole('group', { name: 'Labels' }).scrollIntoViewIfNeeded().catch(() => {}); await p.waitForTimeout(300); }],
 ['palette', async (p) => { await conn(p, api.address, '/chats'); await loaded(p); await p.keyboard.press('Control+k'); await p.waitForTimeout(700); }],
 ['keys', async (p) => { await conn(p, api.address, '/chats'); await loaded(p); await p.keyboard.press('?'); await p.waitForTimeout(700); }],
 ['remind', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('r'); await p.waitForTimeout(900); await p.keyboard.type('fri 9'); await p.waitForTimeout(400); }],
 ['toast', async (p) => { await conn(p, rem.address, '/chats?archived=no&unread=yes'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('e'); await p.waitForTimeout(1500); await p.keyboard.press('e'); await p.waitForTimeout(1500); }],
 ['bulk', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('x'); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('X'); await p.waitForTimeout(700); }],
 ['bulk-plan', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('x'); await p.keyboard.press('Control+a').catch(() => {}); const b = p.getByRole('button', { name: /Select all/ }); if (await b.first().isVisible().catch(() => false)) await b.first().click(); await p.waitForTimeout(300); await p.getByRole('button', { name: /^(Archive|Mute)/ }).first().click().catch(() => {}); await p.waitForTimeout(900); }],
 ['columns', async (p) => { await conn(p, api.address, '/chats'); await loaded(p); const b = p.getByRole('button', { name: /^Columns/ }); if (await b.isVisible().catch(() => false)) await b.click(); await p.waitForTimeout(700); }],
 ['views', async (p, w) => { await conn(p, api.address, '/chats?unread=yes'); await loaded(p); if (w < 1100) { const b = p.getByRole('button', { name: /^Filters/ }); if (await b.isVisible()) await b.click(); } await p.getByRole('button', { name: /Save this view/ }).first().click().catch(() => {}); await p.waitForTimeout(700); }],
 ['chat', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await grid(p).getByRole('row').nth(5).click(); await p.getByRole('heading', { level: 1 }).waitFor(); await p.waitForTimeout(1500); }],
 ['chat-merged', async (p) => { await conn(p, api.address, '/chats?merged=yes'); await loaded(p); await grid(p).getByRole('row').nth(2).click(); await p.getByRole('heading', { level: 1 }).waitFor(); await p.waitForTimeout(1500); }],
 ['new', async (p) => { await conn(p, api.address, '/chats/new'); await p.waitForTimeout(2000); }],
 ['activity', async (p) => { await conn(p, rem.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); for (const k of ['e', 'm', 'u']) { await p.keyboard.press(k); await p.waitForTimeout(800); } await p.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click(); await p.waitForTimeout(800); await p.getByRole('button', { name: /^Details/ }).first().click(); await p.waitForTimeout(500); }],
 ['capabilities', async (p) => { await conn(p, api.address, '/capabilities'); await p.waitForTimeout(2500); }],
 ['cap-picker', async (p) => { await conn(p, api.address, '/capabilities'); await p.waitForTimeout(2000); await p.locator('summary').filter({ hasText: /networks/i }).first().click().catch((e) => console.log('PICK', String(e).slice(0,80))); await p.waitForTimeout(700); }],
 ['reset', async (p) => { await p.goto(dash.address + '/reset'); await p.waitForTimeout(800); }],
 ['signin', async (p) => { await p.goto(dash.address + '/connect'); await p.getByRole('textbox', { name: /address/i }).first().fill(api.address).catch((e) => console.log('ADDR', String(e).slice(0,90))); await p.waitForTimeout(2500); }],
 ['relayoffer', async (p) => { await p.goto(dash.address + '/connect'); await p.getByRole('textbox', { name: /address/i }).first().fill(blocked.address).catch(() => {}); await p.waitForTimeout(3500); }],
 ['cap-share', async (p) => { await conn(p, api.address, '/capabilities?network=whatsapp&network=signal'); await p.waitForTimeout(2000); await p.getByRole('button', { name: 'Share', exact: true }).click(); await p.waitForTimeout(1200); }],
 ['check', async (p) => { await conn(p, api.address, '/capabilities/check'); await p.waitForTimeout(2000); }],
 ['snapshot', async (p) => { await conn(p, api.address, '/capabilities/snapshot'); await p.waitForTimeout(1500); }],
 ['privacy', async (p, w) => { await conn(p, api.address, '/chats'); await loaded(p); await p.keyboard.press('Control+k'); await p.waitForTimeout(400); await p.keyboard.type('privacy'); await p.waitForTimeout(300); await p.keyboard.press('Enter'); await p.waitForTimeout(1500); }],
 ['readonly', async (p) => { await conn(p, ro.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('e'); await p.waitForTimeout(2500); }],
 ['starting', async (p) => { await conn(p, notReady.address, '/chats'); await p.waitForTimeout(4000); }],
 ['older', async (p) => { await conn(p, old.address, '/chats'); await loaded(p); await grid(p).getByRole('row').nth(2).click(); await p.waitForTimeout(1500); }],
 ['accounts', async (p) => { await conn(p, api.address, '/accounts'); await p.getByRole('table').waitFor(); await p.waitForTimeout(1500); }],
 ['peek', async (p) => { await conn(p, api.address, '/chats?archived=no&low-priority=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('Space'); await p.waitForTimeout(2500); }],
 ['unread', async (p) => { await conn(p, api.address, '/chats?archived=no&low-priority=no&unread=yes&group=network'); await loaded(p); await p.waitForTimeout(1000); }],
 ['menu', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('Shift+F10'); await p.waitForTimeout(700); }],
 ['filterline', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('f'); await p.keyboard.type('is:mu'); await p.waitForTimeout(900); }],
 ['msgsearch', async (p) => { await conn(p, api.address, '/chats?q=dinner&in=messages'); await p.waitForTimeout(3500); }],
 ['chat-edit', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('Enter'); await p.getByRole('heading', { level: 1 }).waitFor(); await p.waitForTimeout(1200); await p.getByRole('tab', { name: 'Edit' }).click().catch(() => p.getByText('Edit', { exact: true }).first().click()); await p.waitForTimeout(900); }],
 ['display', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.locator('summary', { hasText: 'Display' }).click(); await p.waitForTimeout(600); }],
 ['empty', async (p) => { await conn(p, few.address, '/chats'); await p.waitForTimeout(2500); }],
 ['peek-empty', async (p) => { await conn(p, api.address, '/chats?peek=%21gone%3Abeeper.local'); await p.waitForTimeout(2500); }],
 ['reminders', async (p) => { await conn(p, api.address, '/chats?archived=no&low-priority=no&reminder=yes&sort=reminder&group=due'); await p.waitForTimeout(3000); }],
 ['drafts', async (p) => { await conn(p, api.address, '/chats?archived=no&low-priority=no&draft=yes'); await p.waitForTimeout(3000); }],
 ['recipe', async (p, w) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); if (w < 1024) { await p.getByRole('button', { name: /^Filters/ }).click(); await p.waitForTimeout(400); } await p.getByRole('button', { name: 'Clean up' }).last().click(); await p.waitForTimeout(600); }],
 ['manage', async (p, w) => { await conn(p, api.address, '/chats?unread=yes'); await loaded(p); if (w < 1024) { await p.getByRole('button', { name: /^Filters/ }).click(); await p.waitForTimeout(400); } await p.getByRole('button', { name: 'Save this view' }).last().click(); await p.waitForTimeout(300); await p.keyboard.press('Enter'); await p.waitForTimeout(500); await p.getByRole('button', { name: 'Manage saved views' }).last().click(); await p.waitForTimeout(600); }],
 ['alldone', async (p) => { await conn(p, rem.address, '/chats?pinned=yes&archived=no'); await loaded(p); await p.keyboard.press('j'); for (let i = 0; i < 12; i++) { await p.keyboard.press('p'); await p.waitForTimeout(350); } await p.waitForTimeout(800); }],
 ['blocked', async (p) => { await conn(p, reads.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('e'); await p.waitForTimeout(2500); }],
 ['away', async (p) => { await conn(p, dying.address, '/chats?archived=no'); await loaded(p); await p.route('**/v1/**', (r) => r.abort()); await p.waitForTimeout(9000); await p.keyboard.press('j'); await p.keyboard.press('e'); await p.waitForTimeout(2500); }],
 ['peekreply', async (p) => { await conn(p, api.address, '/chats?archived=no&low-priority=no&type=single'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('Space'); await p.waitForTimeout(1500); const f = p.getByRole('complementary', { name: 'Peek' }).getByRole('textbox').last(); await f.click(); await f.fill('See you at **eight**?\n\nSecond line'); await p.waitForTimeout(700); }],
 ['developer', async (p) => { await conn(p, api.address, '/chats?archived=no'); await loaded(p); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('j'); await p.keyboard.press('Enter'); await p.getByRole('heading', { level: 1 }).waitFor(); await p.waitForTimeout(800); await p.getByText('Developer', { exact: true }).first().click(); await p.waitForTimeout(600); await p.getByRole('switch', { name: 'Show requests' }).click(); await p.waitForTimeout(600); }],
 ['none', async (p) => { await conn(p, api.address, '/chats?q=nothing+at+all'); await p.waitForTimeout(2500); }],
 ['problems', async (p) => { await conn(p, api.address, '/chats?muted=perhaps&network=gone&label=!gone'); await p.waitForTimeout(2500); }],
];
for (const scheme of ['light', 'dark'] as const) for (const [w, h] of W) for (const [name, go] of shots) {
  if (only && !only.test(`${name}-${w}-${scheme}`)) continue;
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, locale: 'en-GB' });
  const p = await ctx.newPage();
  p.on('pageerror', (e) => console.log('PAGEERROR', name, w, scheme, e.message));
  p.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', name, w, m.text().slice(0, 200)); });
  try { await go(p, w); } catch (e) { console.log('FAIL', name, w, scheme, String(e).split('\n')[0]); }
  await p.screenshot({ path: `${out}/${name}-${w}-${scheme}.png` });
  await ctx.close();
}
await browser.close(); for (const s of [dash, few, reads, dying, blocked, api, ro, rem, notReady, old]) await s.stop();
process.exit(0);
