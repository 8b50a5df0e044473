import type { Json } from '@pipit/cms';
import type { Fixture, FixtureRow } from '../fixture/fixture.js';

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
  private readonly naturalKeys = new Map<string, Map<string, FixtureRow>>();

  constructor(private readonly fixture: Fixture) {}

  /** The id of the row a foreign key names; null when the export has no such row. */
  resolve(model: string, key: Json): number | null {
    const row = this.find(model, key);
    return row ? Number(row.pk) : null;
  }

  /** The row a foreign key names; null when the export has no such row. */
  find(model: string, key: Json): FixtureRow | null {
    if (Array.isArray(key)) return this.byNaturalKey(model).get(JSON.stringify(key)) ?? null;
    return typeof key === 'number' || typeof key === 'string' ? this.fixture.find(model, key) : null;
  }

  private byNaturalKey(model: string): Map<string, FixtureRow> {
    let known = this.naturalKeys.get(model);
    if (!known) {
      const columns = NATURAL_KEYS[model] ?? [];
      known = new Map(
        this.fixture.of(model).map((row) => [JSON.stringify(columns.map((column) => row.fields[column])), row]),
      );
      this.naturalKeys.set(model, known);
    }
    return known;
  }
}
