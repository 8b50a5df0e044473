import { landing } from './landing';
import { copyWithNewIds, insertItem, moveItem, removeItem } from './list-ops';
import { uuid7 } from './uuid7';

describe('lists of blocks', () => {
  const list = ['a', 'b', 'c', 'd'];

  it('move an entry both ways and refuse places outside', () => {
    expect(moveItem(list, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveItem(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moveItem(list, 0, 9)).toEqual(list);
    expect(list).toEqual(['a', 'b', 'c', 'd']);
  });

  it('insert and remove', () => {
    expect(insertItem(list, 1, 'x')).toEqual(['a', 'x', 'b', 'c', 'd']);
    expect(insertItem(list, 99, 'x')).toEqual(['a', 'b', 'c', 'd', 'x']);
    expect(removeItem(list, 1)).toEqual(['a', 'c', 'd']);
  });

  it('give a copy new ids at every depth and leave ids of other things', () => {
    const id = uuid7();
    const block = { id, type: 'list', value: [{ id: uuid7(), type: 'item', value: { image: { id: 3 } } }] };
    const copy = copyWithNewIds(block);
    expect(copy.id).not.toBe(id);
    expect(copy.value[0]!.id).not.toBe(block.value[0]!.id);
    expect(copy.value[0]!.value).toEqual({ image: { id: 3 } });
  });

  it.each([
    [0, 2, 'before', 1],
    [0, 2, 'after', 2],
    [2, 0, 'before', 0],
    [2, 0, 'after', 1],
    [1, 2, 'before', null],
    [1, 0, 'after', null],
    [1, 1, 'after', null],
  ] as const)('an entry dragged from %i to %s of %s lands rightly', (from, over, side, to) => {
    expect(landing(from, over, side)).toBe(to);
  });

  it('makes ids of version 7 which sort by time', () => {
    const [early, late] = [uuid7(1_000), uuid7(2_000)];
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });
});
