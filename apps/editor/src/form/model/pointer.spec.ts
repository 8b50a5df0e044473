import { getAt, isWithin, join, setAt, steps, updateAt } from './pointer';

describe('pointers', () => {
  it('escape what has a meaning in them', () => {
    const pointer = join(join('', 'a/b'), 'c~d');
    expect(pointer).toBe('/a~1b/c~0d');
    expect(steps(pointer)).toEqual(['a/b', 'c~d']);
    expect(getAt({ 'a/b': { 'c~d': 1 } }, pointer)).toBe(1);
  });

  it('change one place and leave the identity of all others', () => {
    const before = {
      title: 'a',
      body: [
        { id: '1', value: { text: 'x' } },
        { id: '2', value: { text: 'y' } },
      ],
    };
    const after = setAt(before, '/body/1/value/text', 'z') as typeof before;
    expect(after.body[1]!.value.text).toBe('z');
    expect(before.body[1]!.value.text).toBe('y');
    expect(after.body[0]).toBe(before.body[0]);
    expect(after).not.toBe(before);
  });

  it('give the same object when nothing changes', () => {
    const before = { a: { b: 1 } };
    expect(setAt(before, '/a/b', 1)).toBe(before);
    expect(updateAt(before, '/a', (value) => value)).toBe(before);
  });

  it('make the way where there is none', () => {
    expect(setAt({}, '/a/b', 1)).toEqual({ a: { b: 1 } });
    expect(getAt({ a: null }, '/a/b/c')).toBeUndefined();
  });

  it('know what lies below them', () => {
    expect(isWithin('/body/1/value', '/body')).toBe(true);
    expect(isWithin('/bodywork', '/body')).toBe(false);
  });
});
