import { entityKeyOf, isEntityId, normaliseEntityId, type EntityId, type Json } from '@pipit/cms';
import type { FixtureRow } from '../fixture/fixture.js';
import type { PlanContext } from './plan-context.js';

const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * Reads one row field by field, checks types and foreign keys, and remembers what was read: {@link finish} reports
 * every other field that holds something, so that nothing is left behind unseen.
 */
export class RowReader {
  private readonly read = new Set<string>();

  constructor(
    readonly row: FixtureRow,
    private readonly context: PlanContext,
  ) {}

  /** The row's key, which has to be a whole number above zero. */
  get id(): number {
    const id = Number(this.row.pk);
    if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) {
      this.context.report.problem(this.place(), 'Its key is no whole number that can be an id.');
    }
    return id;
  }

  /** The key of a row of `target`, in the form that class gives its keys. */
  keyOf(target: object): EntityId {
    const key = keyIn(target, this.row.pk);
    if (key === null) this.context.report.problem(this.place(), 'Its key is none that rows of its type have here.');
    return key ?? 0;
  }

  /** A field's value as it stands there; undefined when the row does not have it. */
  take(field: string): Json | undefined {
    this.read.add(field);
    return this.row.fields[field];
  }

  /** Marks fields whose content follows from other things. */
  derived(...fields: string[]): void {
    for (const field of fields) this.read.add(field);
  }

  text(field: string, maxLength = Infinity): string {
    const value = this.take(field) ?? '';
    if (typeof value !== 'string') return this.wrong(field, 'text', '');
    if (value.includes('\0')) return this.fault(field, 'It holds a null character, which cannot be stored.', '');
    if ([...value].length > maxLength) return this.fault(field, `It has more than ${maxLength} characters.`, value);
    return value;
  }

  /** A UUID; null when there is none. */
  uuid(field: string): string | null {
    const value = this.text(field);
    if (value === '') return null;
    return UUID.test(value) ? value.toLowerCase() : this.wrong(field, 'a UUID', null);
  }

  boolean(field: string, absent = false): boolean {
    const value = this.take(field) ?? absent;
    return typeof value === 'boolean' ? value : this.wrong(field, 'true or false', absent);
  }

  integer(field: string): number | null {
    const value = this.take(field) ?? null;
    return value === null || Number.isSafeInteger(value)
      ? (value as number | null)
      : this.wrong(field, 'a whole number', null);
  }

  /** A moment, as text, so that its microseconds survive. Without a zone it is UTC. */
  moment(field: string): string | null {
    const value = this.take(field) ?? null;
    if (value === null) return null;
    if (typeof value !== 'string' || !TIMESTAMP.test(value) || Number.isNaN(Date.parse(value))) {
      return this.wrong(field, 'a date with time', null);
    }
    return /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`;
  }

  /** A foreign key's target. Null for none; a target the export lacks is a problem. */
  reference(field: string, model: string): number | null {
    const key = this.take(field) ?? null;
    if (key === null) return null;
    const id = this.context.references.resolve(model, key);
    return id ?? this.fault(field, `It points at ${model} ${JSON.stringify(key)}, which is not in the export.`, null);
  }

  /** A foreign key to a row of `target`, which is a `model` there. Null for none; what the export lacks is a problem. */
  link(field: string, model: string, target: object): EntityId | null {
    const key = this.take(field) ?? null;
    return key === null ? null : this.linked(field, model, target, key);
  }

  /** Several foreign keys to rows of `target`. */
  links(field: string, model: string, target: object): EntityId[] {
    const keys = this.take(field) ?? [];
    if (!Array.isArray(keys)) return this.wrong(field, 'a list', []);
    return keys.flatMap((key) => this.linked(field, model, target, key) ?? []);
  }

  /** A foreign key that may not be empty; 0 stands in for a faulty one, which is reported. */
  owner(field: string, model: string): number {
    if ((this.row.fields[field] ?? null) === null) {
      this.read.add(field);
      return this.fault(field, 'It is empty, but the row belongs to something.', 0);
    }
    return this.reference(field, model) ?? 0;
  }

  /** Groups by name: those every Wagtail has may be named without being in the export. */
  groupNames(field: string): string[] {
    const keys = this.take(field) ?? [];
    if (!Array.isArray(keys)) return this.wrong(field, 'a list', []);
    return keys.flatMap((key) => {
      if (Array.isArray(key)) return String(key[0]);
      const group = this.context.fixture.find('auth.group', String(key));
      return group ? String(group.fields['name']) : this.fault(field, `There is no group ${JSON.stringify(key)}.`, []);
    });
  }

  /** Reports something of this row that has no place here. The mapping may name the field, and say why. */
  leave(field: string, why?: string): void {
    this.read.add(field);
    const named = this.context.mapping.skippedFields?.[this.row.model]?.[field];
    this.context.report.leave(this.place(field), why ?? named ?? 'There is no such field here.', named !== undefined);
  }

  /** Reports a fault and answers `instead`. */
  fault<T>(field: string, why: string, instead: T): T {
    this.context.report.problem(this.place(field), why);
    return instead;
  }

  /** Adds a note about a field. */
  note(field: string, why: string): void {
    this.context.report.note(this.place(field), why);
  }

  /** Reports all fields nobody read and counts the row. Empty ones lose nothing. */
  finish(): void {
    for (const [field, value] of Object.entries(this.row.fields)) {
      if (!this.read.has(field) && !isEmpty(value)) this.leave(field);
    }
    this.context.report.take(this.row.model);
  }

  private linked(field: string, model: string, target: object, key: Json): EntityId | null {
    const row = this.context.references.find(model, key);
    const id = row && keyIn(target, row.pk);
    return id ?? this.fault(field, `It points at ${model} ${JSON.stringify(key)}, which is not in the export.`, null);
  }

  private wrong<T>(field: string, expected: string, instead: T): T {
    return this.fault(
      field,
      `Expected ${expected}, found ${JSON.stringify(this.row.fields[field]).slice(0, 80)}.`,
      instead,
    );
  }

  private place(field?: string) {
    return { model: this.row.model, pk: this.row.pk, ...(field ? { field } : {}) };
  }
}

/** A key of the export as rows of the class have it; null for what can be none. */
function keyIn(target: object, pk: number | string): EntityId | null {
  const form = entityKeyOf(target)?.form ?? 'integer';
  const written = form === 'integer' ? Number(pk) : form === 'bigint' ? pk : String(pk);
  const key = normaliseEntityId(target, written);
  return isEntityId(target, key) ? key : null;
}

/** True for values that say nothing. */
export function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
