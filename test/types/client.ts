import { createContentClient, renderBlocks, type ContentError } from '@pipit/client';

// What `pipit types` writes, by hand and small.
interface Author {
  readonly id: number;
  readonly meta: { readonly type: 'blog.Author' };
  readonly name: string;
  readonly home: PageReference | null;
}
interface AuthorReference {
  readonly id: number;
  readonly meta: { readonly type: 'blog.Author' };
}
interface PageReference {
  readonly id: number;
  readonly meta: { readonly type: string; readonly detail_url: string };
  readonly title: string;
}
interface Heading {
  readonly type: 'heading';
  readonly value: { readonly text: string; readonly level: 'h2' | 'h3' };
  readonly id: string | null;
}
interface Paragraph {
  readonly type: 'paragraph';
  readonly value: string;
  readonly id: string | null;
}
interface Post {
  readonly id: number;
  readonly meta: { readonly type: 'blog.Post'; readonly slug: string; readonly parent?: PageReference | null };
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly AuthorReference[];
  readonly body: readonly (Heading | Paragraph)[];
}
interface Home {
  readonly id: number;
  readonly meta: { readonly type: 'blog.Home'; readonly slug: string; readonly parent?: PageReference | null };
  readonly title: string;
  readonly tagline: string;
}
interface Site {
  readonly pages: { readonly 'blog.Post': Post; readonly 'blog.Home': Home };
  readonly endpoints: { readonly 'snippets/blog.Author': Author };
  readonly settings: { readonly 'blog.Social': { readonly handle: string } };
}

const client = createContentClient<Site>({ origin: 'https://cms.example' });

export async function details(): Promise<void> {
  const post = await client.page(1, { type: 'blog.Post' });
  const subtitle: string = post.subtitle;
  const id: number | undefined = post.authors[0]?.id;
  // @ts-expect-error a reference has no more than a reference
  post.authors[0]?.name.trim();
  const any = await client.page(1);
  // @ts-expect-error a page of any type has what all pages have
  any.subtitle.trim();
  if (any.meta.type === 'blog.Post') await Promise.resolve([subtitle, id]);
}

export async function chosenFields(): Promise<void> {
  const { items } = await client.pages({ type: 'blog.Post', fields: ['subtitle'] });
  items[0]?.subtitle.trim();
  items[0]?.title.trim();
  // @ts-expect-error what was not asked for is not there
  items[0]?.body.map(String);
  const all = await client.pages({ type: 'blog.Post', fields: ['*', '-body'] });
  all.items[0]?.authors.map(({ id }) => id);
  // @ts-expect-error what was left out is not there
  all.items[0]?.body.map(String);
  const few = await client.pages({ type: 'blog.Post', fields: ['_', 'title'] });
  few.items[0]?.title.trim();
  // @ts-expect-error nothing but what was named
  few.items[0]?.id.toFixed();
  const nested = await client.pages({ type: 'blog.Post', fields: [{ authors: ['name'] }] });
  nested.items[0]?.authors[0]?.name.trim();
  // @ts-expect-error nor what was not named inside
  nested.items[0]?.authors[0]?.home?.id.toFixed();
  // @ts-expect-error there is no such type
  await client.pages({ type: 'blog.Nothing' });
}

export async function includes(): Promise<void> {
  const post = await client.page(1, { type: 'blog.Post', include: ['authors'] });
  post.authors[0]?.name.trim();
  post.authors[0]?.home?.title.trim();
  // @ts-expect-error what it points at is a reference
  post.authors[0]?.home?.tagline.trim();
  const deep = await client.page(1, { type: 'blog.Post', include: ['authors.home', 'parent'] });
  const home = deep.authors[0]?.home;
  if (home?.meta.type === 'blog.Home') (home as Home).tagline.trim();
  deep.meta.parent?.title.trim();
  const { items } = await client.pages({ type: 'blog.Post', include: ['authors'] });
  items[0]?.authors[0]?.name.trim();
}

export async function others(): Promise<void> {
  const author = await client.detail('snippets/blog.Author', 1);
  author.name.trim();
  (await client.settings('blog.Social')).handle.trim();
  // @ts-expect-error there is no such endpoint
  await client.list('authors');
  const filter = { subtitle: { contains: 'x' }, or: [{ title: { eq: 'a' } }] };
  await client.pages({ filter });
  // @ts-expect-error there is no such operator
  await client.pages({ filter: { subtitle: { like: 'x' } } });
}

export async function blocks(): Promise<string[]> {
  const { body } = await client.page(1, { type: 'blog.Post' });
  // @ts-expect-error a type of block is left out
  renderBlocks(body, { heading: ({ text }) => text });
  return renderBlocks(body, {
    heading: ({ text, level }) => `<${level}>${text}</${level}>`,
    paragraph: (html) => html.trim(),
  });
}

export function errors(error: ContentError): string {
  switch (error.kind) {
    case 'missing':
    case 'refused':
    case 'unavailable':
      return error.message;
  }
}
