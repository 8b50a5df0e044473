import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn, titleField } from './editor.js';

interface PageList {
  items: { id: number; title: string }[];
}

describe('an editor at work on the demo site', () => {
  let browser: Browser;
  let site: RunningSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const liveTitle = async (id: number): Promise<string> => {
    const response = await fetch(`${site.origin}/api/v2/pages/${id}/?fields=title`);
    return ((await response.json()) as { title: string }).title;
  };

  const anArticle = async (): Promise<{ id: number; title: string }> => {
    const { items } = await callApi<PageList>(site, '/pages?type=demo.ArticlePage&state=live&locale=en&limit=1');
    return items[0]!;
  };

  it('saves a draft that readers do not see, and publishes it', async () => {
    const page = await anArticle();
    const { tab, faults } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${page.id}/edit`);
    await titleField(tab).fill('The last train of autumn');
    await tab.keyboard.press('Control+s');
    await tab
      .getByText(/^Saved \d\d:\d\d/)
      .locator('visible=true')
      .waitFor();
    expect(await liveTitle(page.id)).toBe(page.title);

    await tab
      .getByRole('button', { name: /^Publish/ })
      .first()
      .click();
    await tab.getByText('Everything is live').waitFor();
    expect(await liveTitle(page.id)).toBe('The last train of autumn');
    expect(faults).toEqual([]);
    await tab.context().close();
  });

  it('refuses a wrong password in words and lets nobody in', async () => {
    const tab = await browser.newPage({ baseURL: site.origin });
    await tab.goto('/editor/');
    await tab.getByLabel('Email').fill('ada@example.org');
    await tab.getByLabel('Password', { exact: true }).fill('not the password');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByText('Email and password don’t match').waitFor();
    expect(await tab.getByRole('link', { name: 'Pages' }).count()).toBe(0);
    await tab.close();
  });

  it('keeps both versions when two people saved', async () => {
    const page = await anArticle();
    const { tab } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${page.id}/edit`);
    await titleField(tab).fill('Mine');
    const { revisionId } = await callApi<{ revisionId: number }>(site, `/pages/${page.id}`);
    await callApi(site, `/pages/${page.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ baseRevisionId: revisionId, fields: { title: 'Theirs' } }),
    });
    await tab.keyboard.press('Control+s');
    await tab
      .getByText(/Theirs/)
      .first()
      .waitFor();
    expect(await titleField(tab).inputValue()).toBe('Mine');
    await tab.context().close();
  });
});
