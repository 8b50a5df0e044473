import { CreatePage, EditPage, UnicodeSlugStrategy, newUuid, slugFrom, type Page } from '@pipit/cms';
import { startWorld, useWorld } from '../../support/world/world.js';
import { garden } from '../../support/world/types.js';

describe('slugs of pages', () => {
  const world = useWorld();
  const bed = (title: string, parent?: Pick<Page, 'id'>, fields: object = {}) =>
    world().createPage({ type: 'garden.Bed', title, fields: { ...fields }, ...(parent ? { parent } : {}) });

  it.each([
    ['Äpfel & Straße', 'de', 'aepfel-and-strasse'],
    ['Äpfel & Straße', 'de-AT', 'aepfel-and-strasse'],
    ['Işık İstanbul', 'tr', 'isik-istanbul'],
    ['Räksmörgås', 'sv', 'raksmorgas'],
    ['Smørrebrød på Ærø', 'da', 'smoerrebroed-paa-aeroe'],
    ['Привет, мир', 'ru', 'privet-mir'],
    ['Καλημέρα', 'el', 'kalimera'],
    ['No such tag', 'not a locale', 'no-such-tag'],
    ['!!!', 'en', 'page'],
  ])('are made of “%s” as the language %s writes it', (title, locale, slug) => {
    expect(slugFrom(title, locale)).toBe(slug);
  });

  it('are made in the language of the page', async () => {
    await world().sql(`INSERT INTO locale (uuid, code, name) VALUES ($1, 'de', 'German')`, [newUuid()]);
    const top = await bed('Anywhere');
    const parent = await world()
      .get(CreatePage)
      .run(world().system, { parentId: top.id, type: 'garden.Bed', fields: { title: 'Übersicht' }, locale: 'de' });
    expect(parent).toMatchObject({ slug: 'uebersicht' });
    expect(await bed('Öl', parent)).toMatchObject({ slug: 'oel', localeId: parent.localeId });
    expect(await world().edit(parent, { title: 'Größe', slug: '' })).toMatchObject({ slug: 'groesse' });
  });

  it.each([
    ['case', 'Roses', 'roses'],
    ['case beyond ASCII', 'ärzte', 'ÄRZTE'],
    ['width', 'ａｂｃ', 'abc'],
    ['ligatures', 'ﬁsh', 'fish'],
    ['the sharp s', 'straße', 'strasse'],
    ['the final sigma', 'λόγος', 'ΛΌΓΟΣ'],
    ['composition', 'cafe\u0301', 'café'],
  ])('of siblings differ in more than %s', async (_, first, second) => {
    const parent = await bed('Siblings');
    await bed('One', parent, { slug: first });
    await expect(bed('Two', parent, { slug: second })).rejects.toMatchObject({
      errors: [{ path: '/fields/slug', code: 'taken', message: expect.stringMatching(/Try .*-2\./) }],
    });
    // In the database too, whoever writes.
    await expect(
      world().sql(
        `INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id)
         SELECT gen_random_uuid(), path || 'zz.', 'zz', depth + 1, id, type, '', '', $2, '', locale_id FROM page WHERE id = $1`,
        [parent.id, second],
      ),
    ).rejects.toThrow('page_sibling_slug');
  });

  it('get the first free suffix when they are made of titles', async () => {
    const parent = await bed('Suffixes');
    const slugs: string[] = [];
    for (let i = 0; i < 4; i++) slugs.push((await bed('Same title', parent)).slug);
    expect(slugs).toEqual(['same-title', 'same-title-2', 'same-title-3', 'same-title-4']);
    await world().edit((await world().sql<Page>(`SELECT id FROM page WHERE slug = 'same-title-2'`))[0]!, {
      slug: 'else',
    });
    expect((await bed('Same title', parent)).slug).toBe('same-title-2');
    expect((await bed('Same title 2', parent)).slug).toBe('same-title-2-2');
    const long = 'x'.repeat(255);
    expect((await bed('Long', parent, { slug: long })).slug).toBe(long);
    expect((await bed(long, parent)).slug).toBe('x'.repeat(247));
  });

  it('are settled one after the other by people who create at once', async () => {
    const parent = await bed('Race');
    const made = await Promise.all(Array.from({ length: 12 }, () => bed('Runner', parent)));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(12);
  });

  it('taken by somebody in the same moment are refused as that, and never as a fault of the server', async () => {
    const parent = await bed('Rename race');
    for (let round = 0; round < 10; round++) {
      const pages = [await bed('A', parent), await bed('B', parent), await bed('C', parent)];
      const slug = `wanted-${round}`;
      const results = await Promise.allSettled(
        pages.map(({ id, latestRevisionId }) =>
          world().get(EditPage).run(world().system, { pageId: id, baseRevisionId: latestRevisionId, fields: { slug } }),
        ),
      );
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(2);
      for (const { reason } of lost) {
        expect(reason).toMatchObject({ errors: [{ path: '/fields/slug', code: 'taken' }] });
        expect(['invalid', 'slug_taken']).toContain((reason as { code: string }).code);
      }
    }
  });

  it('keep letters of all scripts where the project says so', async () => {
    const project = { ...garden, strategies: { slugs: UnicodeSlugStrategy } };
    const other = await startWorld({ project });
    try {
      const cases = [
        ['Über uns', 'über-uns'],
        ['日本語 ページ', '日本語-ページ'],
        ['हिन्दी में', 'हिन्दी-में'],
      ];
      for (const [title, slug] of cases) {
        expect(await other.createPage({ type: 'garden.Bed', title: title! })).toMatchObject({ slug });
      }
    } finally {
      await other.close();
    }
  }, 60_000);
});
