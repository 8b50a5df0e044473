import { opacityOf, readColour, withOpacity } from './colour';
import { readDegrees, readPlace, showPlace } from './geo-point';
import { jsonFaults } from './json-faults';
import { lineOf } from './json-place';
import type { Field } from '../contract';
import { outsideBounds } from './moment-bounds';
import { leadsSomewhere, tidyLink, withType } from './link';

describe('a colour', () => {
  it.each([
    ['#FA0', '#ffaa00'],
    ['86306c', '#86306c'],
    [' #86306C ', '#86306c'],
    ['rgb(255, 170, 0)', '#ffaa00'],
    ['rgb(255 170 0 / 50%)', '#ffaa0080'],
    ['#ffaa0080', '#ffaa0080'],
    ['', ''],
  ])('typed as %s is stored as %s', (text, value) => {
    expect(readColour(text, true)).toEqual({ ok: true, value });
  });

  it('is none where it is something else, or see-through where that is not offered', () => {
    expect(readColour('heather', true).ok).toBe(false);
    expect(readColour('#12345', true).ok).toBe(false);
    expect(readColour('rgb(300, 0, 0)', true).ok).toBe(false);
    expect(readColour('#ffaa0080', false).ok).toBe(false);
    expect(readColour('#ffaa00ff', false)).toEqual({ ok: true, value: '#ffaa00' });
  });

  it('has an opacity in per cent', () => {
    expect(opacityOf('#ffaa00')).toBe(100);
    expect(withOpacity('#ffaa00', 50)).toBe('#ffaa0080');
    expect(opacityOf('#ffaa0080')).toBe(50);
    expect(withOpacity('#ffaa0080', 100)).toBe('#ffaa00');
  });
});

describe('a place', () => {
  it.each([
    ['47.1, 8.3', 47.1, 8.3],
    ['47.1,8.3', 47.1, 8.3],
    ['47.1 8.3', 47.1, 8.3],
    ['47,1; 8,3', 47.1, 8.3],
    ['-33.9, 18.4', -33.9, 18.4],
    ['33.9° S, 70.6° W', -33.9, -70.6],
    ['(47.1, 8.3)', 47.1, 8.3],
  ])('is read from %s', (text, lat, lng) => {
    expect(readPlace(text)).toEqual({ lat, lng });
  });

  it.each(['47,1', '47.1', 'Lucerne', '97.1, 8.3', ''])('is not read from %j', (text) => {
    expect(readPlace(text)).toBeNull();
  });

  it('has parts within the globe', () => {
    expect(readDegrees('47,1°', 90)).toEqual({ ok: true, value: 47.1 });
    expect(readDegrees('', 90)).toEqual({ ok: true, value: null });
    expect(readDegrees('91', 90).ok).toBe(false);
    expect(showPlace({ lat: -33.9, lng: 18.4 })).toBe('33.9° S, 18.4° E');
  });
});

describe('a link', () => {
  it('leads somewhere once its target is known', () => {
    expect(leadsSomewhere({ type: 'page' })).toBe(false);
    expect(leadsSomewhere({ type: 'page', page: 3 })).toBe(true);
    expect(leadsSomewhere({ type: 'url', url: ' ' })).toBe(false);
  });

  it('keeps its words when it leads to something of another type', () => {
    expect(withType({ type: 'page', page: 3, anchor: 'top', text: 'Go', newTab: true }, 'url')).toEqual({
      type: 'url',
      text: 'Go',
      newTab: true,
    });
  });

  it('is stored without what is empty', () => {
    expect(tidyLink({ type: 'email', email: 'a@b.ch', subject: '', newTab: false })).toEqual({
      type: 'email',
      email: 'a@b.ch',
    });
  });
});

describe('a day, a time, a moment', () => {
  const within = (kind: Field['kind'], min: string, max: string, value: string) =>
    outsideBounds({ kind, options: { min, max } } as Field, value);

  it('lies within the bounds of its field', () => {
    expect(within('date', '2026-01-01', '2026-12-31', '2026-11-15')).toBeNull();
    expect(within('date', '2026-01-01', '2026-12-31', '2025-11-15')).toBe('Not before 1 Jan 2026.');
    expect(within('date', '2020-01-01', 'today', '2999-01-01')).toMatch(/^Not after /);
    expect(within('time', '09:00', '17:30', '17:30:01')).toBe('Not after 17:30.');
    expect(within('time', '09:00', '17:30', '09:00:00')).toBeNull();
    expect(within('datetime', 'now', '', '2001-01-01T00:00:00Z')).toMatch(/^Not before /);
  });
});

describe('JSON with a schema', () => {
  const schema = {
    type: 'object',
    required: ['ph'],
    additionalProperties: false,
    properties: {
      ph: { type: 'number', maximum: 14 },
      layers: { type: 'array', items: { $ref: '#/$defs/layer' } },
    },
    $defs: { layer: { enum: ['sand', 'clay'] } },
  };

  it.each([
    [{ ph: 6 }, []],
    [{ ph: 6, layers: ['sand', 'clay'] }, []],
    [[], [['', 'This has to be an object in { }.']]],
    [{}, [['', '“ph” is missing.']]],
    [{ ph: 'six' }, [['/ph', 'This has to be a number.']]],
    [{ ph: 20 }, [['/ph', 'At most 14.']]],
    [{ ph: 6, layers: ['sand', 'mud'] }, [['/layers/1', 'One of "sand", "clay".']]],
    [{ ph: 6, colour: 1 }, [['/colour', '“colour” is not known here.']]],
  ])('says what is wrong with %j', (value, faults) => {
    expect(jsonFaults(schema, value).map(({ pointer, message }) => [pointer, message])).toEqual(faults);
  });

  it('finds the line of a fault', () => {
    const text = '{\n  "ph": 6,\n  "text": "a } b",\n  "layers": [\n    "sand",\n    "mud"\n  ]\n}';
    expect(lineOf(text, '/layers/1')).toBe(6);
    expect(lineOf(text, '/ph')).toBe(2);
    expect(lineOf(text, '')).toBe(1);
  });
});
