import { ROOT_ID, richText, validateValue } from '@pipit/cms';
import type { Browser } from 'playwright-core';
import { DeliveryWorld, buildDeliveryTemplate } from '../e2e/delivery/world.js';
import { launchBrowser } from '../support/browser.js';
import { useTestDatabase } from '../support/database.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  const home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.page(home.id, 'Article', { title: 'Moor & <b>mire</b>' });
  await world.site(home.id);
  await world.app.listen(0, '127.0.0.1');
  origin = await world.app.getUrl();
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('the documentation of the content API', () => {
  it('shows every address, tries requests, and loads nothing from elsewhere', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    const answer = await page.goto(`${origin}/api/v2/docs/`);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");

    await page.getByText('/api/v2/pages/', { exact: true }).click();
    const pages = page.locator('#list_pages');
    await pages.getByLabel('filter', { exact: true }).fill('filter[title][startswith]=Moor');
    await pages.getByLabel('limit').fill('1');
    await pages.getByRole('button', { name: 'Try it' }).click();
    await pages.getByText('"Moor & <b>mire</b>"').waitFor();
    expect(await pages.locator('.status').textContent()).toContain(
      '/api/v2/pages/?filter[title][startswith]=Moor&limit=1',
    );

    await pages.getByLabel('limit').fill('-1');
    await pages.getByRole('button', { name: 'Try it' }).click();
    await pages.getByText('limit must be a positive integer').waitFor();

    await page.getByLabel('Find').fill('settings');
    expect(await page.locator('details:visible summary code').allTextContents()).toEqual([
      '/api/v2/settings/', '/api/v2/settings/birds.Contact/', '/api/v2/settings/birds.Opening/',
    ]); // prettier-ignore

    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(new Set(asked)).toEqual(new Set([origin]));
    // The refused request is told by the browser itself.
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
    await page.close();
  });

  it('is not there where the project switched it off', async () => {
    const quiet = await DeliveryWorld.start(database().url, { docs: false });
    expect((await quiet.app.inject('/api/v2/docs/')).statusCode).toBe(404);
    await quiet.stop();
  });
});

/** What readers of HTML disagree about, and what they know: put together at random, the same each time. */
function scraps(count: number): string[] {
  const pieces = [
    '<p>', '</p>', '<b>', '</b>', '<i', '<br/>', '<h2>', '<a href="/x">', '<a href="', "<a href='", '</a>', '<embed embedtype="media" url="https://x.example"/>',
    '<img src=x onerror=y>', '<svg>', '<math>', '<style>', '</style>', '<title>', '</title>', '<script>', '<textarea>', '<noscript>', '<xmp>', '<plaintext>',
    '<!--', '-->', '--!>', '<!-->', '<!', '<?', '?>', '</', '<![CDATA[', ']]>', '<', '>', '/', '=', '"', "'", '`', '&lt;', '&gt', '&#60;img&#62;', '&quot;',
    ' ', '\n', '\f', '\t', '\u00a0', 'x', 'onclick=y', 'style=z', 'p', 'B',
  ]; // prettier-ignore
  let state = 20_260;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join(''),
  );
}

/** In the browser: everything that a page holds besides what rich text may, with the text that brought it there. */
const STRAYS = `(texts) => texts.filter((text) => {
  const page = document.createElement('template');
  page.innerHTML = '<div>' + text + '</div><u></u>';
  const all = [...page.content.querySelectorAll('*')].filter(({ localName }) => !['div', 'u'].includes(localName));
  const known = { a: ['href'], embed: ['embedtype', 'url'] };
  const isStray = ({ localName, attributes }) =>
    !['p', 'b', 'i', 'br', 'h2', 'a', 'embed'].includes(localName) ||
    [...attributes].some(({ name }) => !(known[localName] ?? []).includes(name));
  return all.some(isStray) || !page.content.querySelector('u');
})`;

describe('rich text that is taken', () => {
  it('is to a browser what it is to us: nothing in it runs, and it ends where it ends (E04)', async () => {
    const node = { name: 'text', ...richText() };
    const taken = scraps(15_000).filter((html) => validateValue(node, html, { tier: 'publish' }).length === 0);
    expect(taken.length).toBeGreaterThan(1000);
    const page = await browser.newPage();
    expect(await page.evaluate(`(${STRAYS})(${JSON.stringify(taken)})`)).toEqual([]);
    await page.close();
  });
});
