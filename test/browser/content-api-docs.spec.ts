import { ROOT_ID } from '@pipit/cms';
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
