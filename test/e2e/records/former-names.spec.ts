import { CharField, SnippetContent, SnippetType, newUuid, type Project } from '@pipit/cms';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

@SnippetType<Sapling>({ app: 'garden', was: 'Seedling', titleField: 'name' })
class Sapling extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
}

const saplings: Project = { ...garden, name: 'saplings', types: [...garden.types, Sapling] };

describe('the history of a type that had another name', () => {
  const world = useWorld({ project: saplings });

  it('goes on with what was logged under its former name', async () => {
    const admin = await world().admin();
    const { id } = (await admin.post('/records/garden.Sapling', { fields: { name: 'Oak' } })).body;
    await world().sql(
      `INSERT INTO audit_entry (id, at, actor_kind, actor_label, action, subject_type, subject_id, subject_label, request_id)
       SELECT unnest($1::uuid[]), '2020-01-01', 'system', 'Pipit', 'snippet.create', unnest($2::text[]), $3, 'Acorn', 'r'`,
      [[newUuid(), newUuid(), newUuid()], ['garden.Seedling', 'other.Seedling', 'garden.Plant'], id],
    );
    for (const path of [`${id}/history`, 'history']) {
      const { body } = await admin.get(`/records/garden.Sapling/${path}`);
      expect(body.items.map(({ subject }: { subject: { title: string } }) => subject.title)).toEqual(['Oak', 'Acorn']);
    }
  });
});
