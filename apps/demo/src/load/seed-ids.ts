import { newUuid, type Json } from '@pipit/cms';
import {
  BlockSeed,
  ListSeed,
  RICH_TEXT_REF,
  Ref,
  RowsSeed,
  type DemoLocale,
  type RefKind,
  type SeedFields,
  type SeedValue,
} from '../content/index.js';

/** What the symbolic names of the content modules became. Pages have one id for each language. */
export class SeedIds {
  private readonly ids = new Map<string, number>();

  add(kind: RefKind, key: string, id: number): void {
    this.ids.set(`${kind}:${key}`, id);
  }

  addPage(key: string, locale: DemoLocale, id: number): void {
    this.ids.set(`page:${key}:${locale}`, id);
  }

  /** The page in that language, or in English where it was not translated. */
  page(key: string, locale: DemoLocale): number {
    return this.found(`page:${key}:${locale}`) ?? this.require(`page:${key}:en`);
  }

  of(kind: RefKind, key: string, locale: DemoLocale): number {
    return kind === 'page' ? this.page(key, locale) : this.require(`${kind}:${key}`);
  }

  /** Values as actions take them: ids in place of names, blocks and rows with ids of their own. */
  resolve(fields: SeedFields, locale: DemoLocale): Record<string, Json> {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, this.value(value, locale)]));
  }

  private value(value: SeedValue, locale: DemoLocale): Json {
    const inner = (seed: SeedValue): Json => this.value(seed, locale);
    if (value instanceof Ref) return this.of(value.kind, value.key, locale);
    if (value instanceof BlockSeed) return { id: newUuid(), type: value.type, value: inner(value.value) };
    if (value instanceof ListSeed)
      return value.items.map((item) => ({ id: newUuid(), type: 'item', value: inner(item) }));
    if (value instanceof RowsSeed) return value.rows.map((row) => ({ id: newUuid(), ...this.resolve(row, locale) }));
    if (Array.isArray(value)) return value.map(inner);
    if (typeof value === 'string') return this.richText(value, locale);
    return value !== null && typeof value === 'object' ? this.resolve(value, locale) : value;
  }

  private richText(text: string, locale: DemoLocale): string {
    return text.replace(RICH_TEXT_REF, (_, kind: string, key: string) => `"${this.of(kind as RefKind, key, locale)}"`);
  }

  private require(name: string): number {
    const id = this.found(name);
    if (id === undefined) throw new Error(`The demo content mentions ${name}, which it does not have.`);
    return id;
  }

  private found(name: string): number | undefined {
    return this.ids.get(name);
  }
}
