import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import type { RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';
import { makeRow, startReadingRoom } from './reading-room.js';

/** What has the focus, as a person meets it. */
interface Stop {
  readonly name: string;
  /** It is on the screen, and something says that it has the focus. */
  readonly isVisible: boolean;
}

/** More stops than any of these screens has. */
const ALL_STOPS = 80;

/** Runs in the browser. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--accent)';
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const isMarked = (each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow, borderTopColor } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || borderTopColor === accent;
  };
  const named = element.getAttribute('aria-labelledby');
  const words =
    element.getAttribute('aria-label') ??
    (named && named.split(' ').map((id) => document.getElementById(id)?.innerText).join(' ')) ??
    (element.labels?.[0] ?? element).innerText;
  return {
    name: element === document.body ? '' : words.replace(/\\s+/g, ' ').trim(),
    isVisible: isOnScreen && [element, element.parentElement, element.nextElementSibling].some(isMarked),
  };
})()`;

describe('the editor by keyboard alone', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startReadingRoom()]);
    await makeRow(site, 'Author', { name: 'Fosse', country: 'no' });
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(10_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => {
    expect(faults).toEqual([]);
  });

  const focused = (): Promise<Stop> => tab.evaluate<Stop>(FOCUSED);

  /** Goes on by Tab until something of that name has the focus; every stop on the way can be seen. */
  async function tabTo(name: RegExp): Promise<void> {
    const met: string[] = [];
    for (let stops = 0; stops < ALL_STOPS; stops += 1) {
      await tab.keyboard.press('Tab');
      const stop = await focused();
      // Between the last stop and the first lies the browser itself.
      if (stop.name === '') continue;
      expect(stop).toEqual({ name: stop.name, isVisible: true });
      met.push(stop.name);
      if (name.test(stop.name)) return;
    }
    throw new Error(`Tab leads to no ${name}, but to ${met.join(', ')}.`);
  }

  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => tab.keyboard.press(key)), Promise.resolve());
  /** The focus may come back a moment after what had it is gone. */
  async function untilFocused(name: RegExp): Promise<void> {
    for (let tries = 0; tries < 60 && !name.test((await focused()).name); tries += 1) await tab.waitForTimeout(50);
    expect((await focused()).name).toMatch(name);
  }
  /** A menu takes the focus a moment after it is seen; keys pressed before that go to its button. */
  const inMenu = (): Promise<void> => tab.locator('[role=menu]:focus-within').waitFor();
  const saved = () =>
    tab
      .getByText(/^Saved \d\d:\d\d/)
      .locator('visible=true')
      .waitFor();

  it('leads from a list of records through a new one’s form to what is live, and back', async () => {
    const { items } = await callApi<{ items: { id: number }[] }>(site, '/records/reading.Notice');
    for (const { id } of items) await callApi(site, `/records/reading.Notice/${id}`, { method: 'DELETE' });
    await tab.goto('/editor/records/reading.Notice');
    await tab.getByText('No notices yet.').waitFor();
    await tabTo(/^Add notice/);
    await press('Enter');
    await tab.waitForURL(/reading\.Notice\/new$/);
    await tabTo(/^Title/);
    await tab.keyboard.type('Closed on Friday');
    await press('Control+s');
    await tab.waitForURL(/reading\.Notice\/\d+$/);
    await saved();

    await tabTo(/^Publish notice/);
    await press('Enter');
    await tab.getByRole('alert').getByRole('button', { name: 'Wording' }).waitFor();
    await tabTo(/^Wording$/);
    await press('Enter');
    await untilFocused(/^Wording/);
    await tab.keyboard.type('Until noon');
    await tabTo(/^Publish notice/);
    await press('Enter');
    await tab.getByText('Everything is live').waitFor();

    await tabTo(/^More ways to publish/);
    await press('Enter');
    await inMenu();
    await press('Escape');
    await untilFocused(/^More ways to publish/);
    await press('Enter');
    await inMenu();
    while (!/Take offline/.test((await focused()).name)) await press('ArrowDown');
    await press('Enter');
    await tab.getByRole('dialog').getByRole('button', { name: 'Take offline' }).waitFor();
    await tabTo(/^Cancel/);
    await press('Enter');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(/^More ways to publish/);
    await tab.getByText('Everything is live').waitFor();

    await tabTo(/^Skip to the content/);
    await press('Enter');
    await tabTo(/^Notices/);
    await press('Enter');
    await tab.getByRole('table').waitFor();
    await tabTo(/^Select Closed on Friday/);
    await press('Space');
    await tab.getByText('1 selected').waitFor();
    await tabTo(/^Actions for Closed on Friday/);
    await press('Enter');
    await inMenu();
    await press('Escape');
    await untilFocused(/^Actions for Closed on Friday/);
  }, 90_000);

  it('leads through the form of a page, its chooser and its rails', async () => {
    const { id } = await callApi<{ id: number }>(site, '/pages', {
      method: 'POST',
      body: JSON.stringify({ parentId: 1, type: 'reading.Shelf', fields: { title: 'Norway', slug: 'norway' } }),
    });
    await tab.goto(`/editor/pages/${id}/edit`);
    await tab.getByPlaceholder('Title', { exact: true }).waitFor();
    await tabTo(/^Title/);
    await press('Control+a');
    await tab.keyboard.type('From Norway');
    await tabTo(/^Choose Author/);
    await press('Enter');
    const chooser = tab.getByRole('dialog');
    await chooser.getByRole('row', { name: 'Fosse' }).waitFor();
    await press('Escape');
    await chooser.waitFor({ state: 'detached' });
    await untilFocused(/^Choose Author/);
    await press('Enter');
    await chooser.getByRole('row', { name: 'Fosse' }).waitFor();
    await tabTo(/Fosse/);
    await press('Enter');
    await chooser.waitFor({ state: 'detached' });
    await untilFocused(/^Replace/);
    await press('Control+s');
    await saved();
    await tabTo(/^Publish/);
    await press('Enter');
    await tab.getByText('Everything is live').waitFor();
    const { title, fields } = await callApi<{ title: string; fields: { author: unknown } }>(site, `/pages/${id}`);
    expect({ title, ...fields }).toMatchObject({ title: 'From Norway', author: expect.any(Number) });

    const history = tab.getByRole('complementary', { name: 'History' });
    await tabTo(/^History/);
    await press('Enter');
    await history.waitFor({ state: 'hidden' });
    await press('Enter');
    await history.waitFor();
    await tabTo(/^Close history/);
    await press('Enter');
    await untilFocused(/^History/);
    // Round once: nothing keeps the focus for itself.
    await tabTo(/^Skip to the content/);
    await tabTo(/^Pages/);
    await press('Enter');
    await tab.waitForURL(/\/editor\/pages/);
  }, 90_000);
});
