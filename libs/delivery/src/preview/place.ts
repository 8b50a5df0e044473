import type { PreviewSubject } from '@pipit/preview';
import type { ApiModel } from '../model/api-model.js';
import type { ApiRequest } from '../represent/api-request.js';

/** Where a previewed draft is found in the content API and on the site. */
export interface Place {
  /** As `meta.type` prints it. */
  readonly type: string;
  /** Null for snippets whose type has no endpoint. */
  readonly endpoint: string | null;
  /** Its path on its site; null for snippets and for pages below no site. */
  readonly html_path: string | null;
}

/** A previewed draft. */
export interface Shown {
  readonly place: Place & { readonly detail_url: string | null };
  /** Absent unless it was asked for. */
  readonly object: unknown;
}

const PAGE = 'SELECT type, url_path FROM page WHERE id = $1';

/** What prints a previewed draft, and where it stands. A page is seen as on its own site, whichever host was asked. */
export async function placeOf(
  subject: PreviewSubject,
  request: ApiRequest,
): Promise<{ readonly model: ApiModel; readonly place: Place }> {
  const { models, sites, visibility } = request;
  if (subject.category === 'snippet') {
    const model = models.ofSnippetType(subject.type);
    return { model, place: { type: model.name, endpoint: model.endpoint, html_path: null } };
  }
  const [page] = await request.reader.rows(PAGE, [subject.id]);
  const model = models.ofPageType(String(page?.['type']));
  const urlPath = String(page?.['url_path']);
  visibility.site = sites.siteOf(urlPath) ?? visibility.site;
  const url = sites.absolute(urlPath);
  return { model, place: { type: model.name, endpoint: model.endpoint, html_path: url && new URL(url).pathname } };
}
