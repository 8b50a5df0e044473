import { changedNames, sameValue } from './compare';
import { fieldOfPointer } from './conflict';
import { mergedSentence } from './merged-words';

describe('sameValue', () => {
  it('ignores the order of keys, not of lists', () => {
    expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue(null, {})).toBe(false);
    expect(sameValue([], {})).toBe(false);
  });
  it('names changed fields', () => {
    expect(changedNames({ title: 'A', body: [] }, { title: 'B', body: [] })).toEqual(['title']);
  });
});

describe('mergedSentence', () => {
  const type = {
    fields: [
      { name: 'intro', label: 'Summary' },
      { name: 'body', label: 'Text' },
    ],
  } as never;
  const ana = { id: 1, name: 'Ana Ferreira' };
  it('says whose changes came with a save, and where they are', () => {
    const paths = ['/fields/intro', '/fields/body/3/value'];
    expect(mergedSentence({ by: [ana], paths }, type)).toBe('Ana’s changes to Summary, Text are in it too.');
    expect(mergedSentence({ by: [ana, { id: 2, name: 'Jo' }], paths: ['/fields/intro'] }, type)).toBe(
      'Changes of Ana and others to Summary are in it too.',
    );
    expect(mergedSentence({ by: [], paths: ['/fields/gone'] }, type)).toBe('Changes of others are in it too.');
  });
  it('knows the field a pointer leads into', () => {
    expect([fieldOfPointer('/fields/body/3'), fieldOfPointer('/title')]).toEqual(['body', 'title']);
  });
});
