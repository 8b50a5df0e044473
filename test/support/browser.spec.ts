import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';

describe('the browser of tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  it('runs scripts, takes clicks, and opens one page after the other', async () => {
    for (const name of ['first', 'second']) {
      const page = await browser.newPage();
      await page.setContent(`<button onclick="this.textContent = '${name} clicked'">press</button>`);
      await page.getByRole('button').click();
      expect(await page.getByRole('button').textContent()).toBe(`${name} clicked`);
      expect((await page.screenshot()).length).toBeGreaterThan(1000);
      await page.context().close();
    }
  });
});
