import { castOf, isWidening } from './column-types.js';

describe('a change of type', () => {
  it.each([
    ['integer', 'bigint'],
    ['character varying(50)', 'character varying(100)'],
    ['character varying(50)', 'text'],
    ['boolean', 'character varying(5)'],
    ['numeric(8,2)', 'numeric(10,3)'],
    ['integer', 'numeric(12,2)'],
    ['date', 'timestamp with time zone'],
  ])('from %s to %s keeps every value', (from, to) => {
    expect(isWidening({ from, to })).toBe(true);
  });

  it.each([
    ['bigint', 'integer'],
    ['character varying(100)', 'character varying(50)'],
    ['text', 'character varying(50)'],
    ['numeric(8,2)', 'numeric(8,3)'],
    ['text', 'integer'],
    ['timestamp with time zone', 'date'],
    ['integer[]', 'integer'],
  ])('from %s to %s may not', (from, to) => {
    expect(isWidening({ from, to })).toBe(false);
  });

  it('is written as a cast', () => {
    expect(castOf('a', { from: 'integer', to: 'bigint' })).toBe('"a"::bigint');
    expect(castOf('a', { from: 'text', to: 'integer' })).toBe(`NULLIF(trim("a"), '')::integer`);
    expect(castOf('a', { from: 'text', to: 'jsonb' })).toBe('to_jsonb("a")');
    expect(castOf('a', { from: 'jsonb', to: 'text' })).toBe(`("a" #>> '{}')::text`);
    expect(castOf('a', { from: 'boolean', to: 'integer' })).toBe('"a"::text::integer');
  });
});
