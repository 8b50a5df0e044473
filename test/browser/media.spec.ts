import type { Browser, Locator, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../support/browser.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { callApi, signIn } from './editor.js';

interface ImageRow {
  id: number;
  title: string;
  tags: string[];
  credit: string;
  fileName: string;
  focalPoint: { x: number; y: number } | null;
  crops: Record<string, { x: number; y: number; width: number; height: number }>;
}
interface ImageList {
  total: number;
  items: ImageRow[];
}

/** A picture of one colour, as a file somebody uploads. */
async function pictureFile(name: string, background: string, width = 900, height = 600) {
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

describe('the media library', () => {
  let browser: Browser;
  let site: RunningSite;
  let tab: Tab;
  let faults: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite(DEMO)]);
    ({ tab, faults } = await signIn(browser, site));
    tab.setDefaultTimeout(15_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => {
    expect(faults).toEqual([]);
  });

  const images = (query: string): Promise<ImageList> => callApi<ImageList>(site, `/images?${query}`);
  const gallery = (): Locator => tab.getByRole('grid');
  const picture = (title: string): Locator => gallery().getByRole('row', { name: new RegExp(`^${title},`) });
  const line = (name: string): Locator =>
    tab.getByRole('region', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name });

  it('takes several files at once, says what is wrong with one, and offers what is there already', async () => {
    await tab.goto('/editor/media');
    const files = [
      await pictureFile('red-door.png', '#b02020'),
      await pictureFile('blue-door.png', '#2020b0', 600, 900),
      { name: 'holiday.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture at all') },
    ];
    await tab.getByLabel('Files to upload').setInputFiles(files);
    await line('red-door.png').getByText('Done').waitFor();
    await line('blue-door.png').getByText('Done').waitFor();
    await line('holiday.heic').getByText('HEIC can’t be read. Save it as JPEG.').waitFor();
    await picture('red-door').waitFor();

    // Uploads stay in sight elsewhere in the editor.
    await tab.getByRole('link', { name: 'Pages' }).first().click();
    await tab.getByText('2 files uploaded, 1 failed').waitFor();
    await line('holiday.heic').getByRole('button', { name: 'Cancel holiday.heic' }).click();
    await tab.getByRole('link', { name: 'Media' }).first().click();
    await tab.getByRole('button', { name: 'Close the uploads' }).click();

    await tab.getByLabel('Files to upload').setInputFiles([{ ...files[0]!, name: 'same-door.png' }]);
    await line('same-door.png').getByText('Looks the same as red-door').waitFor();
    await line('same-door.png').getByRole('button', { name: 'Use that' }).click();
    await line('same-door.png').getByText('The one that was here is used').waitFor();
    expect((await images('q=same-door')).total).toBe(0);
    await tab.getByRole('button', { name: 'Close the uploads' }).click();
  });

  it('frames a picture by keys and by mouse, and says what it shows', async () => {
    await picture('red-door').click();
    const panel = tab.getByRole('complementary', { name: 'Details of red-door' });
    const spot = panel.getByRole('slider');
    await spot.focus();
    await tab.keyboard.press('Shift+ArrowLeft');
    await tab.keyboard.press('Shift+ArrowLeft');
    await tab.keyboard.press('ArrowUp');
    expect(await spot.getAttribute('aria-valuetext')).toBe('30% across, 49% down, 20% large');

    await panel.getByRole('button', { name: 'Crop Hero, 16:9, follows the focus' }).click();
    const dialog = tab.getByRole('dialog', { name: /Choose what is shown/ });
    const part = dialog.getByRole('group', { name: /What is shown in Hero/ });
    await part.focus();
    for (let step = 0; step < 3; step += 1) await tab.keyboard.press('-');
    const box = (await part.boundingBox())!;
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await tab.mouse.down();
    await tab.mouse.move(box.x + box.width / 2, box.y - 300, { steps: 4 });
    await tab.mouse.up();
    await dialog.getByRole('button', { name: 'Use these crops' }).click();
    await panel.getByRole('button', { name: 'Crop Hero, 16:9, chosen' }).waitFor();
    await panel.getByLabel(/Alt text/).fill('A red door');
    await panel.getByLabel('Credit').fill('Ana Ferreira');
    await panel.getByRole('button', { name: 'Save image' }).click();
    await tab.getByText('Saved. Pages show it at once.').waitFor();

    const saved = (await images('q=red-door')).items[0]!;
    expect(saved).toMatchObject({ credit: 'Ana Ferreira', focalPoint: { x: 270, y: 294 } });
    const hero = saved.crops['hero']!;
    expect(hero).toMatchObject({ y: 0 });
    expect(hero.width).toBeLessThan(900);
    expect(hero.width / hero.height).toBeCloseTo(16 / 9, 1);

    const green = await pictureFile('green-door.png', '#20b020');
    await panel.getByLabel('Another file').setInputFiles(green);
    await panel.getByText('1 earlier file').waitFor();
    await panel.getByRole('button', { name: 'Bring back red-door.png' }).click();
    await tab.getByText('“red-door.png” is back.').waitFor();
    expect((await images('q=red-door')).items[0]).toMatchObject({ id: saved.id, fileName: 'red-door.png' });
    await panel.getByRole('button', { name: 'Close the details' }).click();
  });

  it('chooses several by keys, edits them together, and brings them back from the trash', async () => {
    for (const { id } of (await images('trash=true')).items)
      await callApi(site, `/images/${id}/restore`, { method: 'POST' });
    await tab.goto('/editor/media');
    await tab.getByLabel('Search the library').fill('door');
    await tab.waitForURL(/q=door/);
    await picture('red-door').waitFor();
    await gallery().getByRole('row').first().focus();
    await tab.keyboard.press('Space');
    await tab.keyboard.press('Shift+ArrowRight');
    const bar = tab.getByRole('region', { name: 'Selected images' });
    await bar.getByText('2 images selected').waitFor();
    await bar.getByRole('button', { name: 'Edit' }).click();
    const edit = tab.getByRole('dialog', { name: 'Edit 2 images' });
    await edit.getByLabel('Add tags').fill('doors');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    await edit.getByRole('button', { name: 'Change 2 images' }).click();
    const done = tab.getByRole('dialog', { name: 'Done' });
    await done.getByText('2 images done').waitFor();
    await done.getByRole('button', { name: 'Close' }).last().click();
    expect((await images('tag=doors')).total).toBe(2);

    // Among all images the tag tells some from the others.
    await tab.getByLabel('Search the library').fill('');
    await tab.getByRole('button', { name: /^Tag/ }).click();
    await tab.getByRole('menuitemradio', { name: /doors/ }).click();
    await tab.waitForURL(/tag=doors/);
    await gallery().getByRole('row').first().focus();
    await tab.keyboard.press('Control+a');
    await bar.getByRole('button', { name: 'Move to trash' }).click();
    await tab
      .getByRole('dialog', { name: /to the trash/ })
      .getByRole('button', { name: 'Move to trash' })
      .click();
    await done.getByRole('button', { name: 'Close' }).last().click();
    await tab.getByText('Nothing here fits.').waitFor();

    await tab.getByRole('link', { name: 'Trash' }).click();
    await picture('red-door').click();
    await tab.getByText(/^In the trash since/).waitFor();
    await tab.waitForLoadState('networkidle');
    await tab.getByRole('button', { name: 'Bring back' }).click();
    await tab.getByText('“red-door” is back.').waitFor();
    expect((await images('tag=doors')).items.map(({ title }) => title)).toEqual(['red-door']);
  });

  it('arranges collections', async () => {
    await tab
      .getByRole('link', { name: /^All images/ })
      .first()
      .click();
    await tab.getByRole('button', { name: 'New collection' }).click();
    await tab.getByRole('dialog', { name: 'New collection' }).getByLabel('Name').fill('Doors');
    await tab.keyboard.press('Enter');
    const tree = tab.getByRole('navigation', { name: 'Collections' });
    await tree.getByRole('link', { name: 'Doors' }).waitFor();

    const choose = async (verb: string): Promise<void> => {
      await tree.getByRole('button', { name: 'Actions for Doors' }).click();
      await tab.getByRole('menuitem', { name: verb, exact: true }).click();
    };
    await choose('Move');
    const move = tab.getByRole('dialog', { name: 'Move “Doors”' });
    await move.getByLabel('Inside of').click();
    await tab.getByRole('option', { name: 'Workshop' }).click();
    await move.getByRole('button', { name: 'Move collection' }).click();
    await move.waitFor({ state: 'detached' });

    await choose('Who may see it');
    const privacy = tab.getByRole('dialog', { name: 'Who may see “Doors”?' });
    await privacy.getByLabel('Whoever is signed in').click();
    await privacy.getByRole('button', { name: 'Save' }).click();
    await privacy.waitFor({ state: 'detached' });

    await choose('Delete');
    await tab.getByRole('button', { name: 'Delete collection' }).click();
    await tree.getByRole('link', { name: 'Doors' }).waitFor({ state: 'detached' });
  });
});
