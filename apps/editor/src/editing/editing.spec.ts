import { changedNames, sameValue } from './compare';
import { joinVersions } from './join';
import { textOfValue } from './value-text';
import { diffWords, shorten } from './word-diff';

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

describe('joinVersions', () => {
  const origin = { title: 'Tide', intro: 'Low', body: 'Salt' };
  it('joins what does not touch', () => {
    const join = joinVersions(origin, { ...origin, title: 'Ebb' }, { ...origin, intro: 'High' });
    expect(join).toEqual({
      joined: { title: 'Ebb', intro: 'High', body: 'Salt' },
      open: [],
      yours: ['title'],
      theirs: ['intro'],
    });
  });
  it('leaves open what both changed, unless to the same', () => {
    const join = joinVersions(
      origin,
      { ...origin, title: 'Ebb', body: 'Sand' },
      { ...origin, title: 'Flood', body: 'Sand' },
    );
    expect(join.open).toEqual(['title']);
    expect(join.joined).toMatchObject({ body: 'Sand' });
  });
});

describe('diffWords', () => {
  const show = (before: string, after: string): string =>
    diffWords(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
      .join('');
  it('marks words', () => {
    expect(show('Meet the keepers who kept it.', 'Meet the eleven people who kept it.')).toBe(
      'Meet the -keepers-+eleven people+ who kept it.',
    );
    expect(show('', 'New')).toBe('+New+');
    expect(show('Plan your visit', 'Plan your visit today')).toBe('Plan your visit +today+');
    expect(show('Same', 'Same')).toBe('Same');
  });
  it('puts both texts together again', () => {
    const parts = diffWords('one two three four', 'zero two four five');
    expect(
      parts
        .filter((part) => part.kind !== 'added')
        .map((part) => part.text)
        .join('')
        .trim(),
    ).toBe('one two three four');
    expect(
      parts
        .filter((part) => part.kind !== 'removed')
        .map((part) => part.text)
        .join(''),
    ).toBe('zero two four five');
  });
  it('shortens what did not change', () => {
    const [first] = shorten([
      { kind: 'same', text: 'x'.repeat(500) },
      { kind: 'added', text: 'y' },
    ]);
    expect(first?.text).toHaveLength(61);
  });
});

describe('textOfValue', () => {
  it('reads blocks and rich text', () => {
    expect(textOfValue(undefined, [{ id: 'x', type: 'text', value: '<p>One <b>two</b></p><p>Three</p>' }])).toBe(
      'One two\nThree',
    );
    expect(textOfValue({ kind: 'boolean', options: {} }, false)).toBe('No');
  });
});
