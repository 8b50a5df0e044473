import type { Browser, FrameLocator, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { withConnection } from '../support/server.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { startFrontend, type Frontend } from '../site/frontend.js';
import { signIn, titleField } from './editor.js';

/** Says that the preview is there, from the editor's own window, from a frame of nobody's, and as if from elsewhere. */
const FORGED = `(async () => {
  const ready = { type: 'pipit:preview', say: 'ready' };
  const preview = document.querySelector('iframe[title="Preview of the site"]');
  addEventListener('message', () => { window.isHeard = true; });
  const stranger = document.body.appendChild(document.createElement('iframe'));
  postMessage(ready, '*');
  stranger.contentWindow.parent.postMessage(ready, '*');
  const { origin } = new URL(preview.src);
  dispatchEvent(new MessageEvent('message', { data: ready, origin, source: stranger.contentWindow }));
  dispatchEvent(new MessageEvent('message', { data: ready, origin: 'https://evil.example', source: preview.contentWindow }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
})()`;

describe('the site beside the form', () => {
  let browser: Browser, site: RunningSite, frontend: Frontend;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    frontend = await startFrontend(site.origin);
    const { hostname, port } = new URL(frontend.origin);
    await withConnection(site.databaseUrl, (client) =>
      client.query('UPDATE site SET hostname = $1, port = $2 WHERE is_default', [hostname, Number(port)]),
    );
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await frontend?.stop();
    await site?.stop();
  });

  const idOf = async (slug: string): Promise<number> => {
    const answer = await fetch(`${site.origin}/api/v2/pages/?slug=${slug}&locale=en`);
    return ((await answer.json()) as { items: { id: number }[] }).items[0]!.id;
  };
  const seenIn = (tab: Tab): FrameLocator => tab.frameLocator('iframe[title="Preview of the site"]');

  it('shows what is typed before it is saved, and nobody else sees it until it is published', async () => {
    const id = await idOf('privacy');
    const { tab, faults } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${id}/edit`);
    await titleField(tab).waitFor();
    const before = await titleField(tab).inputValue();
    await tab.getByRole('button', { name: 'Preview', exact: true }).click();
    const seen = seenIn(tab);
    await seen.getByRole('heading', { level: 1 }).waitFor();
    await seen.getByText('Visitors do not see it yet').waitFor();

    await titleField(tab).fill('What the goat knows');
    await seen.getByRole('heading', { name: 'What the goat knows' }).waitFor();
    expect((await frontend.get('/privacy/')).html).not.toContain('What the goat knows');

    await tab.getByTitle('Desktop').click();
    const frame = tab.locator('iframe[title="Preview of the site"]');
    expect(await frame.evaluate((element) => (element as unknown as { clientWidth: number }).clientWidth)).toBe(1280);

    const [window] = await Promise.all([
      tab.context().waitForEvent('page'),
      tab.getByRole('link', { name: 'Open in a new tab' }).click(),
    ]);
    await window.getByRole('heading', { name: 'What the goat knows' }).waitFor();
    expect(window.url()).toBe(`${frontend.origin}/preview/pages-${id}-page/`);
    await window.close();

    await tab
      .getByRole('button', { name: /^Publish/ })
      .first()
      .click();
    await tab.getByText('Everything is live').waitFor();
    expect((await frontend.get('/privacy/')).html).toContain('What the goat knows');

    await tab.getByRole('button', { name: 'History' }).click();
    await tab
      .getByRole('button', { name: /^Look at the version/ })
      .last()
      .click();
    await tab.getByRole('button', { name: 'Preview on the site' }).click();
    await seen.getByRole('heading', { name: before, level: 1 }).waitFor();
    expect(faults).toEqual([]);
    await tab.context().close();
  }, 90_000);

  it('says so when the site does not answer, and shows a page that is not there yet', async () => {
    const { tab } = await signIn(browser, site);
    await tab.goto(`/editor/pages/${await idOf('visit')}/add/demo.StandardPage`);
    await titleField(tab).fill('Fog timetable');
    await tab.getByRole('button', { name: 'Preview', exact: true }).focus();
    await tab.keyboard.press('Enter');
    await seenIn(tab).getByRole('heading', { name: 'Fog timetable' }).waitFor();

    await tab.route(`${frontend.origin}/**`, (route) => route.abort());
    await tab.getByRole('button', { name: 'Load again' }).click();
    const silent = tab.getByText('The site does not answer');
    await silent.waitFor({ timeout: 30_000 });
    // Only the frame itself, at its own address, is believed (E15).
    await tab.evaluate(FORGED);
    expect(await silent.isVisible()).toBe(true);
    expect(await tab.evaluate('window.isHeard')).toBe(true);
    await tab.context().close();
  }, 90_000);
});
