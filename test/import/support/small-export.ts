import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportedRow } from './export.js';

type Fields = Readonly<Record<string, unknown>>;
/** Keys of rows of the site's own may be text. */
type Row = Omit<ExportedRow, 'pk'> & { readonly pk: number | string };

/** An export in the making: a home page with one page below it, a picture, and whatever a test adds. */
export class SmallExport {
  readonly folder = mkdtempSync(join(tmpdir(), 'pipit-small-export-'));
  private readonly rows: Row[] = [
    row('wagtailcore.locale', 1, { language_code: 'en' }),
    row('wagtailcore.collection', 1, { path: '0001', depth: 1, numchild: 0, name: 'Root' }),
    row('wagtailcore.page', 1, page('0001', 'root', ['wagtailcore', 'page'])),
    row('wagtailcore.page', 2, page('00010001', 'home', ['kinds', 'kindsindexpage'])),
    row('kinds.kindsindexpage', 2, {}),
    row('wagtailcore.page', 3, page('000100010001', 'meadow', ['kinds', 'kindspage'])),
    row('kinds.kindspage', 3, { char_field: 'A meadow', stream: '[{"type": "char", "value": "Larks", "id": "a1"}]' }),
    row('wagtailcore.site', 1, {
      hostname: 'localhost',
      port: 80,
      site_name: 'Birds',
      root_page: 2,
      is_default_site: true,
    }),
    row('wagtailimages.image', 1, { title: 'Lark', file: 'lark.svg', width: 4, height: 3, collection: 1 }),
  ];

  constructor() {
    mkdirSync(this.media);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>';
    writeFileSync(join(this.media, 'lark.svg'), svg);
  }

  /** Folder of its pictures. */
  get media(): string {
    return join(this.folder, 'media');
  }

  /** Adds a row. */
  add(model: string, pk: number | string, fields: Fields): this {
    this.rows.push(row(model, pk, fields));
    return this;
  }

  /** Adds a page below the home page, with the row of its type. */
  addPage(pk: number, slug: string, fields: Fields = {}): this {
    const path = `00010001${String(pk).padStart(4, '0')}`;
    this.add('wagtailcore.page', pk, page(path, slug, ['kinds', 'kindspage']));
    return this.add('kinds.kindspage', pk, fields);
  }

  /** Changes fields of a row. */
  change(model: string, pk: number, fields: Fields): this {
    const index = this.rows.findIndex((candidate) => candidate.model === model && candidate.pk === pk);
    const old = this.rows[index]!;
    this.rows[index] = { ...old, fields: { ...old.fields, ...fields } };
    return this;
  }

  /** Writes the file and answers its path. */
  write(): string {
    return this.writeText(JSON.stringify(this.rows));
  }

  /** Writes something else instead. */
  writeText(text: string): string {
    const file = join(this.folder, 'export.json');
    writeFileSync(file, text);
    return file;
  }
}

function row(model: string, pk: number | string, fields: Fields): Row {
  return { model, pk, fields };
}

function page(path: string, slug: string, type: [string, string]): Fields {
  return {
    path,
    depth: path.length / 4,
    title: slug,
    draft_title: slug,
    slug,
    content_type: type,
    live: true,
    locale: 1,
  };
}
