import type { Browser, Page as Tab } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startSite, type RunningSite } from '../../support/running-site.js';
import { callApi, signIn } from '../editor.js';
import { chooseOption, fieldAt, openPage, saveDraft } from './form.js';
import { CATALOGUE, createPage, seed } from './seed.js';

const TYPE = 'catalogue.ConditionCatalogue';

describe('fields that depend on others', () => {
  let browser: Browser;
  let site: RunningSite;
  let home: number;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(CATALOGUE)]);
    ({ home } = await seed(site));
    ({ tab, faults } = await signIn(browser, site));
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const setKind = (label: string) => chooseOption(tab, fieldAt(tab, 'kind').locator('input').first(), label);
  const visible = async (pointer: string): Promise<boolean> => (await fieldAt(tab, pointer).count()) > 0;

  it('come and go with what is chosen, and keep what was typed', async () => {
    await openPage(tab, await createPage(site, TYPE, { title: 'Comes and goes' }, home));
    expect(await visible('place')).toBe(false);
    expect(await tab.getByRole('heading', { name: 'Tickets' }).count()).toBe(0);

    await setKind('event');
    expect(await fieldAt(tab, 'place').innerText()).toContain('needed to publish');
    await fieldAt(tab, 'place').getByRole('textbox').fill('At the gate');
    await tab.getByRole('heading', { name: 'Tickets' }).waitFor();
    await fieldAt(tab, 'price').getByRole('textbox').fill('5');
    await fieldAt(tab, 'free').getByRole('checkbox').check();
    expect(await visible('price')).toBe(false);

    await setKind('talk');
    expect(await fieldAt(tab, 'place').innerText()).not.toContain('needed');
    expect(await tab.getByRole('heading', { name: 'Tickets' }).count()).toBe(0);

    await setKind('news');
    expect(await visible('place')).toBe(false);
    await setKind('event');
    expect(await fieldAt(tab, 'place').getByRole('textbox').inputValue()).toBe('At the gate');
    expect(faults).toEqual([]);
  });

  it('look from rows and blocks at what is around them', async () => {
    const id = await createPage(site, TYPE, { title: 'Looks around', kind: 'talk' }, home);
    await openPage(tab, id);
    await fieldAt(tab, 'guests').getByRole('button', { name: 'Add guest' }).click();
    expect(await visible('guests/0/subject')).toBe(false);
    await fieldAt(tab, 'guests/0/speaks').getByRole('checkbox').check();
    await fieldAt(tab, 'guests/0/subject').getByRole('textbox').fill('Curlews');
    await setKind('news');
    expect(await visible('guests/0/subject')).toBe(false);
    await setKind('talk');
    await saveDraft(tab);
    const { fields } = await callApi<{ fields: { guests: { subject: string }[] } }>(site, `/pages/${id}`);
    expect(fields.guests[0]?.subject).toBe('Curlews');
  });

  it('bind the server too: what is hidden is not taken, what is needed is asked for', async () => {
    const answer = async (fields: Record<string, unknown>, publish = false): Promise<unknown> => {
      try {
        const body = JSON.stringify({
          parentId: home,
          type: TYPE,
          fields: { title: 'By the API', ...fields },
          publish,
        });
        return await callApi(site, '/pages', { method: 'POST', body });
      } catch (refusal) {
        return (refusal as Error).message;
      }
    };
    expect(await answer({ kind: 'news', place: 'At the gate' })).toContain('hidden');
    expect(await answer({ kind: 'event' }, true)).toMatch(/422.*place/);
    expect(await answer({ kind: 'event', place: 'At the gate' }, true)).toMatchObject({ live: true });
  });
});
