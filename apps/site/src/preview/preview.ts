import { askPreview, PreviewOver, type PreviewAnswer } from '@pipit/client';
import { apiOrigin, ContentApi } from '../api/client.ts';
import { loadHomes } from '../view/load-site.ts';

/** A draft that a request shows in the place of what is public. */
export interface ShownPreview {
  /** Reads pages as if the draft were published. */
  readonly api: ContentApi;
  readonly answer: PreviewAnswer;
  /** Where the editor is, which may frame the page and tell it to reload. */
  readonly editorOrigin: string;
  /** Where this preview is found as long as it lasts. */
  readonly home: string;
}

/** What an address below `/preview/` asks for. */
export type PreviewRoute =
  | { readonly kind: 'enter'; readonly token: string }
  | { readonly kind: 'show' | 'leave' | 'version'; readonly key: string };

/** Reads an address; null when it is none of previews. */
export function readRoute({ pathname, searchParams }: URL): PreviewRoute | null {
  const [root, key, rest, ...more] = pathname.split('/').filter(Boolean);
  if (root !== 'preview' || more.length > 0) return null;
  if (key === undefined) return { kind: 'enter', token: searchParams.get('token') ?? '' };
  if (!/^[a-z]+-\d+-[\w-]+$/.test(key)) return null;
  if (rest === undefined) return { kind: 'show', key };
  return rest === 'leave' || rest === 'version' ? { kind: rest, key } : null;
}

/** What a preview is called in its address: each has a cookie of its own, which no other address is sent. */
export function keyOf({ endpoint, id, mode }: PreviewAnswer): string {
  return `${endpoint ?? 'snippet'}-${id}-${mode.replace(/[^\w-]/g, '')}`.toLowerCase();
}

/** Where a preview is found. */
export const homeOf = (key: string): string => `/preview/${key}/`;

/** What a token stands for. The whole object comes along where no page of ours would fetch it. */
export async function openPreview(token: string, key: string): Promise<ShownPreview> {
  if (token === '') throw new PreviewOver(401, 'There is no preview at this address.');
  const facts = await askPreview(apiOrigin(), token);
  const answer = facts.endpoint === 'pages' ? facts : await askPreview(apiOrigin(), token, '*');
  const editorOrigin = process.env.PIPIT_EDITOR_URL ?? facts.editor_origin ?? apiOrigin();
  return {
    api: new ContentApi(token),
    answer,
    editorOrigin: new URL(editorOrigin).origin,
    home: homeOf(key || keyOf(facts)),
  };
}

/** Where this frontend shows the previewed page; null when it has no place here. */
export async function pathOf({ api, answer }: ShownPreview): Promise<string | null> {
  const [{ paths }, page] = await Promise.all([loadHomes(api), api.page(answer.id)]);
  return page && paths.of(page.meta);
}
