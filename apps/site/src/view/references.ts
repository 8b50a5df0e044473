import type { ContentApi } from '../api/client.ts';
import type { AnyPage, Person } from '../api/demo-types.ts';
import type { DocumentRef, ImageDetail } from '../api/wire.ts';

type Kind = 'page' | 'image' | 'document' | 'person';

/** Members of blocks that hold an id, and whose. */
const ID_MEMBERS: Readonly<Record<string, Kind>> = {
  image: 'image',
  photo: 'image',
  page: 'page',
  from: 'page',
  to: 'page',
  file: 'document',
  person: 'person',
};

/** Blocks whose value is an id or a list of ids. */
const ID_BLOCKS: Readonly<Record<string, Kind>> = {
  teaser: 'page',
  download: 'document',
  person: 'person',
  people: 'person',
  picture: 'image',
};

const RICH_TEXT_LINK = /<(?:a|embed)\b[^>]*?\b(?:link|embed)type="(page|document|image)"[^>]*?>/g;
const RICH_TEXT_ID = /\bid="(\d+)"/;

/** Ids found in content, each once. */
export class ReferenceIds {
  readonly ids: Readonly<Record<Kind, Set<number>>> = {
    page: new Set(),
    image: new Set(),
    document: new Set(),
    person: new Set(),
  };

  /** Reads any content value: rich text, blocks, structs, relations. */
  collect(value: unknown, blockType?: string): this {
    if (typeof value === 'string') this.#richText(value);
    else if (typeof value === 'number') this.#add(blockType ? ID_BLOCKS[blockType] : undefined, value);
    else if (Array.isArray(value)) for (const item of value) this.collect(item, blockType);
    else if (value !== null && typeof value === 'object') this.#object(value as Record<string, unknown>);
    return this;
  }

  #object(value: Record<string, unknown>): void {
    const meta = value['meta'] as { type?: string; download_url?: string } | undefined;
    if (meta?.type) this.#relation(value, meta);
    else if (typeof value['type'] === 'string' && 'value' in value) this.collect(value['value'], value['type']);
    else if (Array.isArray(value['columns']) && Array.isArray(value['rows'])) this.#typedTable(value);
    else this.#members(value);
  }

  /** Relations carry an id and a type; those we show as cards or pictures are fetched in full. */
  #relation(value: Record<string, unknown>, meta: { type?: string; download_url?: string; detail_url?: string }): void {
    if (typeof value['id'] === 'number' && meta.detail_url?.includes('/pages/') && Object.keys(value).length <= 3) {
      this.ids.page.add(value['id']);
    }
    if (typeof value['id'] === 'number' && meta.detail_url?.includes('/images/')) this.ids.image.add(value['id']);
    const { meta: _, ...rest } = value;
    this.#members(rest);
  }

  #members(value: Record<string, unknown>): void {
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'number') this.#add(ID_MEMBERS[name], member);
      else this.collect(member);
    }
  }

  #typedTable(table: Record<string, unknown>): void {
    const columns = table['columns'] as { type: string }[];
    for (const row of table['rows'] as { values: unknown[] }[]) {
      row.values.forEach((cell, index) => {
        if (typeof cell === 'number') this.#add(ID_MEMBERS[columns[index]?.type ?? ''], cell);
        else this.collect(cell);
      });
    }
  }

  #richText(html: string): void {
    for (const [tag, kind] of html.matchAll(RICH_TEXT_LINK)) {
      const id = RICH_TEXT_ID.exec(tag)?.[1];
      if (id) this.#add(kind as Kind, Number(id));
    }
  }

  #add(kind: Kind | undefined, id: number): void {
    if (kind) this.ids[kind].add(id);
  }
}

/** What the ids of a page's content stand for. A missing entry is a draft or gone, and is left out of the page. */
export class References {
  readonly #pages = new Map<number, AnyPage>();
  readonly #images = new Map<number, ImageDetail>();
  readonly #documents = new Map<number, DocumentRef>();
  readonly #people = new Map<number, Person>();

  page = (id: number | null | undefined): AnyPage | undefined => (id ? this.#pages.get(id) : undefined);
  image = (id: number | null | undefined): ImageDetail | undefined => (id ? this.#images.get(id) : undefined);
  document = (id: number | null | undefined): DocumentRef | undefined => (id ? this.#documents.get(id) : undefined);
  person = (id: number | null | undefined): Person | undefined => (id ? this.#people.get(id) : undefined);

  /** Fetches all of them side by side; people bring portraits, which are fetched after them. */
  async load(api: ContentApi, { ids }: ReferenceIds): Promise<this> {
    await Promise.all([
      fill(this.#pages, ids.page, (id) => api.page<AnyPage>(id)),
      fill(this.#images, ids.image, (id) => api.image(id)),
      fill(this.#documents, ids.document, (id) => api.document(id)),
      fill(this.#people, ids.person, (id) => api.snippet<Person>('people', id)),
    ]);
    const portraits = [...this.#people.values()].flatMap((person) => person.portrait?.id ?? []);
    await fill(this.#images, portraits, (id) => api.image(id));
    return this;
  }
}

async function fill<T>(
  into: Map<number, T>,
  ids: Iterable<number>,
  fetchOne: (id: number) => Promise<T | null>,
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !into.has(id));
  const found = await Promise.all(missing.map(async (id) => [id, await fetchOne(id)] as const));
  for (const [id, value] of found) if (value) into.set(id, value);
}
