import { CharField, PageContent, PageType, type Project } from '@pipit/cms';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

@PageType({ app: 'renamed' })
class Leaflet extends PageContent {
  @CharField({ was: ['teaser', 'lead'] }) intro!: string;
  @CharField() price!: string;
  @CharField({ was: 'remark', permission: 'garden.secrets' }) secret!: string;
}

const renamed: Project = { ...garden, name: 'renamed', types: [...garden.types, Leaflet] };

describe('a field that was renamed', () => {
  const world = useWorld({ project: renamed });

  it('has not changed by that, and is called what it is called today in versions and histories', async () => {
    const above = await world().createPage({ type: 'garden.Almanac', title: 'Above', parent: 1 });
    const fields = { intro: 'A', price: '1', secret: 'S' };
    const page = await world().createPage({ type: 'renamed.Leaflet', title: 'L', parent: above, fields });
    await world().edit(page, { price: '2' });
    await world().edit(page, { intro: 'B', secret: 'T' });
    // As they were kept before the field had its present name.
    await world().sql(
      `UPDATE revision SET snapshot = jsonb_set(snapshot #- '{fields,intro}' #- '{fields,secret}', '{fields}',
          (snapshot->'fields') - 'intro' - 'secret'
            || jsonb_build_object('lead', snapshot->'fields'->'intro', 'remark', snapshot->'fields'->'secret'))
        WHERE id IN (SELECT id FROM revision WHERE subject_type = 'page' AND subject_id = $1 ORDER BY id LIMIT 2)`,
      [page.id],
    );
    const changes = async (client: Awaited<ReturnType<typeof person>>) =>
      (await client.get(`/pages/${page.id}/revisions`)).body.items
        .map((item: { changedFields: string[] }) => item.changedFields)
        .slice(0, 2);
    const person = (...permissions: string[]) =>
      world().person(permissions.map((permission) => ({ permission, scope: { kind: 'page', id: above.id } })));
    const [outsider, insider] = [await person('page.edit'), await person('page.edit', 'garden.secrets')];
    expect(await changes(insider)).toEqual([['intro', 'secret'], ['price']]);
    expect(await changes(outsider)).toEqual([['intro'], ['price']]);
  });
});
