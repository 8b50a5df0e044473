/** @import { Browser } from 'playwright-core' */

export const ADMINISTRATOR = { email: 'ada@example.org', name: 'Ada', password: 'a long way to the summit' };

const SENTENCE = 'The path follows the brook as far as the second gate and leaves it there for the open moor. ';

/** A paragraph as each kind of block stores it. */
const PARAGRAPH = { longText: SENTENCE.repeat(3).trim(), richText: `<p>${SENTENCE.repeat(3).trim()}</p>` };

/**
 * Signs in to the editor.
 * @param {Browser} browser
 * @param {string} origin
 */
export async function signInAndSeed(browser, origin) {
  const tab = await browser.newPage({ baseURL: origin, viewport: { width: 1440, height: 960 } });
  await tab.goto('/editor/');
  await tab.getByLabel('Email').fill(ADMINISTRATOR.email);
  await tab.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('link', { name: 'Pages' }).first().waitFor();

  /**
   * @param {string} address
   * @param {unknown} body
   * @param {Record<string, string>} [headers]
   */
  const post = async (address, body, headers = {}) => {
    const response = await fetch(`${origin}/api/admin/v1${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
    return /** @type {Record<string, unknown>} */ (await response.json());
  };
  const { email, password } = ADMINISTRATOR;
  const { accessToken } = await post('/auth/login', { email, password });
  const authorization = `Bearer ${accessToken}`;
  /** @param {{ parentId: number, type: string, fields: Record<string, unknown> }} page */
  const create = async (page) => Number((await post('/pages', page, { authorization })).id);
  const home = await create({ parentId: 1, type: 'catalogue.CatalogueHome', fields: { title: 'Moor' } });
  return {
    tab,
    /**
     * A draft of so many blocks of one kind.
     * @param {keyof typeof PARAGRAPH} kind
     * @param {number} size
     */
    addPage: (kind, size) =>
      create({
        parentId: home,
        type: 'catalogue.BlockCatalogue',
        fields: {
          title: `${size} of ${kind}`,
          body: Array.from({ length: size }, () => ({ type: kind, value: PARAGRAPH[kind] })),
        },
      }),
  };
}
