import {
  CharField,
  ChoiceField,
  DateField,
  DurationField,
  fieldsOf,
  IntegerField,
  RichTextField,
  stream,
  StreamField,
  text,
  type Json,
  type ValueOf,
} from '@pipit/cms';
import { faultsOf, fieldValue, UnreadableValue } from './field-values.js';

const blocks = stream({ line: text() });

class Sample {
  @CharField({ maxLength: 5 }) char!: string;
  @CharField({ nullable: true }) nullableChar!: string | null;
  @ChoiceField({ of: ['lark', 'wren'] }) choice!: string;
  @DateField() date!: string | null;
  @DurationField() duration!: string | null;
  @IntegerField() integer!: number | null;
  @RichTextField() rich!: string;
  @StreamField(blocks) stream!: ValueOf<typeof blocks>;
}

const field = (name: keyof Sample) => fieldsOf(Sample).find((candidate) => candidate.name === name)!;
const value = (name: keyof Sample, exported: Json): Json => fieldValue(field(name), exported);
const faults = (name: keyof Sample, exported: Json) => faultsOf(field(name), exported);

describe('values of an export', () => {
  it.each([
    ['P3DT04H05M06.700000S', 'P3DT4H5M6.7S'],
    ['00:00:01', 'PT1S'],
    ['2 days, 10:00:00', 'P2DT10H'],
    ['-P1DT00H00M00S', '-P1D'],
    [null, null],
  ])('bring the duration %s into the form %s', (exported, ours) => {
    expect(value('duration', exported)).toBe(ours);
  });

  it('keep nothing and the empty text apart where the field does', () => {
    expect(value('nullableChar', null)).toBeNull();
    expect(value('char', null)).toBe('');
  });

  it('read streams from their text and give blocks without an id one', () => {
    const [kept, given] = value(
      'stream',
      '[{"type":"line","value":"a","id":"x"},{"type":"line","value":"b"}]',
    ) as never[];
    expect(kept).toEqual({ type: 'line', value: 'a', id: 'x' });
    expect(given).toEqual({ type: 'line', value: 'b', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it.each(['[{', '{}', '["a"]'])('refuse %s as a stream', (exported) => {
    expect(() => value('stream', exported)).toThrow(UnreadableValue);
  });

  it('cannot be stored when they are of the wrong type, too long, or hold null characters', () => {
    expect(faults('integer', 'many').impossible).toHaveLength(1);
    expect(faults('date', '2026-13-40').impossible).toHaveLength(1);
    expect(faults('char', 'too long').impossible).toHaveLength(1);
    expect(faults('rich', 'a\0b').impossible.length).toBeGreaterThan(0);
    expect(faults('rich', 'a\\u0000b').impossible).toEqual([]);
  });

  it('can be stored, though not be written today, when only a rule of the field is broken', () => {
    expect(faults('choice', 'owl')).toEqual({ impossible: [], toMend: [expect.any(String)] });
    expect(faults('rich', '<p><blink>a</blink></p>')).toEqual({ impossible: [], toMend: [expect.any(String)] });
  });
});
