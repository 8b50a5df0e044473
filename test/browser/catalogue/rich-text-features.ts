import type { Page as Tab } from 'playwright-core';
import { chooseRow } from './form.js';
import type { Seed } from './seed.js';

/** How one feature of rich text is tried out, at the end of the text. */
export interface FeatureTrial {
  readonly feature: string;
  readonly use: (tab: Tab) => Promise<void>;
  /** Its part of what is stored. */
  readonly stored: (seed: Seed) => string;
}

const is = (html: string) => () => html;

/** Moves the cursor as no typist can outrun: the browser tells the text editor of it a moment later. */
export async function moveCursor(tab: Tab, key: string): Promise<void> {
  await tab.keyboard.press(key);
  await tab.waitForTimeout(60);
}

/** Types a word and takes it in hand. */
async function selectedWord(tab: Tab, word: string): Promise<void> {
  await tab.keyboard.type(word);
  await moveCursor(tab, 'Control+Shift+ArrowLeft');
}

const byKey =
  (key: string, word: string) =>
  async (tab: Tab): Promise<void> => {
    await selectedWord(tab, word);
    await tab.keyboard.press(key);
    await moveCursor(tab, 'End');
    await tab.keyboard.press(key);
  };

/** Chooses from the palette that `/` opens. */
async function slash(tab: Tab, words: string): Promise<void> {
  await tab.keyboard.type(`/${words}`);
  await tab.getByRole('listbox', { name: 'Insert' }).waitFor();
  await tab.keyboard.press('Enter');
}

const bySlash =
  (words: string, text: string) =>
  async (tab: Tab): Promise<void> => {
    await slash(tab, words);
    await tab.keyboard.type(text);
  };

async function link(tab: Tab, word: string, kind: string): Promise<void> {
  await selectedWord(tab, word);
  await tab.keyboard.press('Control+k');
  const panel = tab.getByRole('dialog', { name: 'Link' });
  await panel
    .getByRole('combobox', { name: 'Link to' })
    .or(panel.getByRole('textbox', { name: 'Link to' }))
    .first()
    .click();
  await panel.getByRole('option', { name: kind }).click();
}

async function fillLink(tab: Tab, boxes: Readonly<Record<string, string>>): Promise<void> {
  const panel = tab.getByRole('dialog', { name: 'Link' });
  for (const [label, text] of Object.entries(boxes)) await panel.getByRole('textbox', { name: label }).fill(text);
  await panel.getByRole('button', { name: 'Link', exact: true }).click();
  await panel.waitFor({ state: 'detached' });
}

/** Every feature of the core, and each sort of link. */
export const FEATURE_TRIALS: readonly FeatureTrial[] = [
  { feature: 'bold', use: byKey('Control+b', 'strong'), stored: is('<b>strong</b>') },
  { feature: 'italic', use: byKey('Control+i', 'soft'), stored: is('<i>soft</i>') },
  { feature: 'strikethrough', use: byKey('Control+Shift+s', 'gone'), stored: is('<s>gone</s>') },
  { feature: 'superscript', use: byKey('Control+.', 'above'), stored: is('<sup>above</sup>') },
  { feature: 'subscript', use: byKey('Control+,', 'below'), stored: is('<sub>below</sub>') },
  { feature: 'code', use: byKey('Control+e', 'letters'), stored: is('<code>letters</code>') },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({
    feature: `h${level}`,
    use: bySlash(`heading ${level}`, `Level ${level}`),
    stored: is(`<h${level}>Level ${level}</h${level}>`),
  })),
  { feature: 'blockquote', use: bySlash('quote', 'Quiet'), stored: is('<blockquote>Quiet</blockquote>') },
  {
    feature: 'ul',
    use: async (tab) => {
      await tab.keyboard.type('* Reed');
    },
    stored: is('<ul><li>Reed</li></ul>'),
  },
  { feature: 'ol', use: bySlash('numbered', 'First'), stored: is('<ol><li>First</li></ol>') },
  { feature: 'hr', use: (tab) => slash(tab, 'line'), stored: is('<hr/>') },
  {
    feature: 'link',
    use: async (tab) => {
      await link(tab, 'Moor', 'A page');
      await tab.getByRole('dialog', { name: 'Link' }).getByRole('button', { name: 'Choose' }).click();
      await chooseRow(tab, 'Moor');
    },
    stored: ({ home }) => `<a id="${home}" linktype="page">Moor</a>`,
  },
  {
    feature: 'link',
    use: async (tab) => {
      await link(tab, 'Elsewhere', 'A web address');
      await fillLink(tab, { 'Web address': 'moor.example/a?b=c' });
    },
    stored: is('<a href="https://moor.example/a?b=c">Elsewhere</a>'),
  },
  {
    feature: 'link',
    use: async (tab) => {
      await link(tab, 'Write', 'An email address');
      await fillLink(tab, { 'Email address': 'ada@moor.example', Subject: 'A walk' });
    },
    stored: is('<a href="mailto:ada@moor.example?subject=A%20walk">Write</a>'),
  },
  {
    feature: 'link',
    use: async (tab) => {
      await link(tab, 'Call', 'A phone number');
      await fillLink(tab, { 'Phone number': '+41 41 123 45' });
    },
    stored: is('<a href="tel:+414112345">Call</a>'),
  },
  {
    feature: 'link',
    use: async (tab) => {
      await link(tab, 'Hours', 'A place on the page');
      await fillLink(tab, { 'Name of the place': 'hours' });
    },
    stored: is('<a href="#hours">Hours</a>'),
  },
  {
    feature: 'documentLink',
    use: async (tab) => {
      await link(tab, 'Paths', 'A document');
      await tab.getByRole('dialog', { name: 'Link' }).getByRole('button', { name: 'Choose' }).click();
      await chooseRow(tab, 'Paths');
    },
    stored: ({ document }) => `<a id="${document}" linktype="document">Paths</a>`,
  },
  {
    feature: 'image',
    use: async (tab) => {
      await slash(tab, 'image');
      await chooseRow(tab, 'Heather');
      await tab.getByRole('textbox', { name: 'Alt text' }).fill('A hill of heather');
      // The warning leaves, and what stands behind it moves.
      await tab.getByLabel('This image has no alt text.').waitFor({ state: 'detached' });
      await tab.locator('figure img').evaluateAll('(images) => Promise.all(images.map((image) => image.decode()))');
      await tab.getByRole('button', { name: 'Image: more' }).click();
      await tab.getByRole('menuitem', { name: 'At the left' }).click();
    },
    stored: ({ images }) => `<embed alt="A hill of heather" embedtype="image" format="left" id="${images[0]}"/>`,
  },
  {
    feature: 'embed',
    use: async (tab) => {
      await slash(tab, 'video');
      await tab.getByRole('textbox', { name: 'Web address' }).fill('https://www.youtube.com/watch?v=abc');
      await tab.getByRole('button', { name: 'Embed it' }).click();
    },
    stored: is('<embed embedtype="media" url="https://www.youtube.com/watch?v=abc"/>'),
  },
];
