import type { ContentTypes } from '@pipit/content-types';
import { TRASH_PATH } from '@pipit/pages';
import type { PreviewSubject } from '@pipit/preview';
import type { EntityManager } from 'typeorm';
import { missing, refused } from '../errors.js';
import type { Route } from '../http/route.js';
import type { ApiModels } from '../model/api-models.js';

/** What a request for a draft is about: one page or one snippet, named by the path. Who may see it is asked later. */
export async function draftSubject(
  route: Route,
  { types, models }: { readonly types: ContentTypes; readonly models: ApiModels },
  manager: EntityManager,
): Promise<PreviewSubject> {
  if (route.view !== 'detail') throw refused('drafts are shown one at a time: ask for one object by its id');
  const id = Number(route.id);
  if (!Number.isSafeInteger(id) || id > 2 ** 31 - 1) throw missing('not found');
  if (route.endpoint === 'pages') {
    const [page]: { type: string }[] = await manager.query(
      `SELECT type FROM page WHERE id = $1 AND path < '${TRASH_PATH}'`,
      [id],
    );
    if (!page) throw missing('not found');
    return { category: 'page', type: page.type, id, parentId: null };
  }
  const type = types.all('snippet').find(({ name }) => models.ofSnippetType(name).endpoint === route.endpoint);
  if (!type) throw refused('nothing of this endpoint has drafts');
  return { category: 'snippet', type: type.name, id, isNew: false };
}
