import { named, type Block } from '../blocks/block.js';
import { choice, colour, date, geoPoint, link } from '../blocks/core-blocks.js';
import type { Json } from '../content/json.js';
import { normaliseValue } from '../content/normalise.js';
import { validateValue } from '../content/validate.js';
import { describeField } from '../content/describe.js';

const faults = (block: Block, value: Json): string[] => {
  const node = named('x', block);
  return validateValue(node, normaliseValue(node, value), { tier: 'publish' }).map(
    ({ path, code }) => `${path} ${code}`,
  );
};

describe('a colour', () => {
  it('is six digits, in lower case', () => {
    expect(normaliseValue(named('x', colour()), '#ABCDEF')).toBe('#abcdef');
    expect(faults(colour(), '#abc')).toEqual([' colour']);
    expect(faults(colour(), 'red')).toEqual([' colour']);
  });

  it('has eight digits only where it may be translucent', () => {
    expect(faults(colour(), '#abcdef80')).toEqual([' colour']);
    expect(faults(colour({ alpha: true }), '#abcdef80')).toEqual([]);
  });
});

describe('a place', () => {
  it('is on Earth', () => {
    expect(faults(geoPoint(), { lat: 90, lng: -180 })).toEqual([]);
    expect(faults(geoPoint(), { lat: 91, lng: 0 })).toEqual(['/lat maximum']);
    expect(faults(geoPoint(), { lat: 1 })).toEqual(['/lng required']);
    expect(faults(geoPoint(), { lat: 1, lng: 1, name: 'x' })).toEqual(['/name additionalProperties']);
  });
});

describe('a link', () => {
  const good: Json[] = [
    { type: 'page', page: 1, anchor: 'a', text: 'Home', newTab: true },
    { type: 'url', url: 'https://a.example' },
    { type: 'url', url: '/below/this/site' },
    { type: 'email', email: 'a@b.example', subject: 'x' },
    { type: 'phone', phone: '+44 (0)123-45' },
    { type: 'anchor', anchor: 'map' },
    { type: 'document', document: 3 },
  ];
  it.each(good)('may be %j', (value) => {
    expect(faults(link(), value)).toEqual([]);
  });

  const bad: [Json, string][] = [
    [{ type: 'url', url: 'javascript:alert(1)' }, '/url url'],
    [{ type: 'url', url: '//evil.example' }, '/url url'],
    [{ type: 'url', url: '/\\evil.example' }, '/url url'],
    [{ type: 'email', email: 'rose' }, '/email format'],
    [{ type: 'phone', phone: 'call me' }, '/phone pattern'],
    [{ type: 'anchor', anchor: '#map' }, '/anchor pattern'],
    [{ type: 'page' }, '/page required'],
    [{ type: 'page', page: 1, url: 'https://a.example' }, '/url additionalProperties'],
    [{ type: 'document', document: 0 }, '/document minimum'],
  ];
  it.each(bad)('may not be %j', (value, fault) => {
    expect(faults(link(), value)).toContain(fault);
  });

  it('leads only where the declaration allows', () => {
    expect(faults(link({ allow: ['page'] }), { type: 'url', url: 'https://a.example' })).toContain('/type enum');
  });

  it('tells the editor where it may lead', () => {
    expect(describeField(named('x', link({ allow: ['page', 'url'], text: true }))).options).toEqual({
      allow: ['page', 'url'],
      text: true,
    });
  });
});

describe('bounds of time', () => {
  it('may be the day of the change', () => {
    expect(faults(date({ max: 'today' }), '2001-01-01')).toEqual([]);
    expect(faults(date({ max: 'today' }), '9001-01-01')).toEqual([' maximum']);
  });
});

describe('choices that may change', () => {
  it('are asked for each time', () => {
    let offered = ['sun'];
    const block = { ...choice({ of: ['sun'] }) };
    const changing = { ...block, options: { ...block.options, of: () => offered } } as unknown as Block;
    expect(faults(changing, 'rain')).toEqual([' enum']);
    offered = ['rain'];
    expect(faults(changing, 'rain')).toEqual([]);
  });
});
