import type { Json } from '@pipit/cms';
import type { Fixture } from '../fixture/fixture.js';

/** Columns Django names rows by, where it does so. */
const NATURAL_KEYS: Readonly<Record<string, readonly string[]>> = {
  'auth.user': ['username'],
  'auth.group': ['name'],
  'wagtailcore.locale': ['language_code'],
  'wagtailcore.site': ['hostname', 'port'],
  'taggit.tag': ['name'],
};

/** Finds the rows that foreign keys point at, by number or by natural key. */
export class RowReferences {
  private readonly naturalKeys = new Map<string, Map<string, number>>();

  constructor(private readonly fixture: Fixture) {}

  /** The id of the row a foreign key names; null when the export has no such row. */
  resolve(model: string, key: Json): number | null {
    if (Array.isArray(key)) return this.byNaturalKey(model).get(JSON.stringify(key)) ?? null;
    if (typeof key !== 'number' && typeof key !== 'string') return null;
    const row = this.fixture.find(model, key);
    return row ? Number(row.pk) : null;
  }

  private byNaturalKey(model: string): Map<string, number> {
    let known = this.naturalKeys.get(model);
    if (!known) {
      const columns = NATURAL_KEYS[model] ?? [];
      known = new Map(
        this.fixture
          .of(model)
          .map((row) => [JSON.stringify(columns.map((column) => row.fields[column])), Number(row.pk)]),
      );
      this.naturalKeys.set(model, known);
    }
    return known;
  }
}
