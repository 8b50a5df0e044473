import type { Json } from '@pipit/content-types';
import { listToStream, removeBlock, renameBlock, streamToList } from './block-operations.js';
import { reversed, type ContentOperation } from './operation.js';
import {
  convertBlock,
  customOperation,
  removeMember,
  renameMember,
  unwrapList,
  unwrapStruct,
  wrapInList,
  wrapInStream,
  wrapInStruct,
} from './value-operations.js';

const block = (type: string, value: Json, id = `id-${type}`): Json => ({ type, value, id });

const body: Json = [
  block('intro', 'Hello'),
  block('section', {
    heading: 'One',
    content: [block('intro', 'inner', 'x1'), block('quote', { words: 'w', source: 's' }, 'x2')],
  }),
  block('links', [block('item', { url: 'a' }, 'l1'), block('item', { url: 'b' }, 'l2')]),
  block('grid', { columns: [{ type: 'word', heading: 'W' }], rows: [{ values: ['one'] }, { values: ['two'] }] }),
];

const run = (value: Json, ...operations: ContentOperation[]): Json =>
  operations.reduce((current, { apply }) => apply(current), value);

describe('operations on stored content', () => {
  it('rename blocks by path, and only there', () => {
    const next = run(body, renameBlock('intro', 'lead')) as { type: string }[];
    expect(next.map(({ type }) => type)).toEqual(['lead', 'section', 'links', 'grid']);
    const inner = JSON.stringify(run(body, renameBlock('section.content.intro', 'lead')));
    expect(inner).toContain('{"type":"lead","value":"inner","id":"x1"}');
    expect(inner).toContain('{"type":"intro","value":"Hello","id":"id-intro"}');
    expect(JSON.stringify(run(body, renameBlock('grid.word', 'text')))).toContain('"columns":[{"type":"text"');
  });

  it('remove blocks and members', () => {
    expect(run(body, removeBlock('section'), removeBlock('links'), removeBlock('grid'))).toEqual([
      block('intro', 'Hello'),
    ]);
    expect(JSON.stringify(run(body, removeMember('section.content.quote', 'source')))).not.toContain('source');
  });

  it('reach members of structs in lists, child rows and cells of tables', () => {
    expect(JSON.stringify(run(body, renameMember('links.item', 'url', 'href')))).toContain('{"href":"a"}');
    expect(run([{ id: 'r', old: 1 }], renameMember('item', 'old', 'next'))).toEqual([{ id: 'r', next: 1 }]);
    const upper = convertBlock('grid.word', (value) => String(value).toUpperCase());
    expect(JSON.stringify(run(body, upper))).toContain('[{"values":["ONE"]},{"values":["TWO"]}]');
  });

  it('wrap and unwrap, with the same new ids every time', () => {
    const listed = run(body, wrapInList('intro')) as { value: { id: string }[] }[];
    expect(listed[0]?.value).toEqual([{ type: 'item', value: 'Hello', id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect(run(body, wrapInList('intro'))).toEqual(listed);
    expect(JSON.stringify(run(body, wrapInStream('intro', 'words')))).toContain('[{"type":"words","value":"Hello"');
    expect(JSON.stringify(run(body, wrapInStruct('intro', 'text')))).toContain('{"text":"Hello"}');
    expect(() => run(body, unwrapStruct('section.content.quote', 'words'))).toThrow('source');
    expect(() => run(body, unwrapList('links'))).toThrow('2 items');
  });

  it('turn a stream of one type into a list and back, ids kept', () => {
    const stream = [block('link', 'a', '1'), block('link', 'b', '2')];
    const list = run(stream, streamToList('', 'link'));
    expect(list).toEqual([block('item', 'a', '1'), block('item', 'b', '2')]);
    expect(run(list, listToStream('', 'link'))).toEqual(stream);
    expect(() => run(body, streamToList('', 'intro'))).toThrow('“section”');
  });

  it.each<[string, ContentOperation]>([
    ['renaming a block', renameBlock('section.content.intro', 'lead')],
    ['renaming a member', renameMember('section', 'heading', 'title')],
    ['wrapping in a struct', wrapInStruct('section.content.intro', 'text')],
    ['wrapping in a list', wrapInList('intro')],
    ['wrapping in a stream', wrapInStream('intro', 'words')],
    [
      'a conversion with its way back',
      convertBlock(
        'intro',
        (v) => `${String(v)}!`,
        (v) => String(v).slice(0, -1),
      ),
    ],
  ])('%s is taken back by its reverse', (_, operation) => {
    const changed = run(body, operation);
    expect(changed).not.toEqual(body);
    expect(run(changed, ...reversed([operation]))).toEqual(body);
  });

  it.each<[string, ContentOperation]>([
    ['renaming', renameBlock('intro', 'lead')],
    ['removing', removeBlock('section')],
    ['wrapping in a struct', wrapInStruct('intro', 'text')],
    ['wrapping in a list', wrapInList('intro')],
    ['wrapping in a stream', wrapInStream('intro', 'words')],
  ])('%s a second time changes nothing, and says so by answering the same object', (_, operation) => {
    const once = run(body, operation);
    expect(operation.apply(once)).toBe(once);
  });

  it('refuse to be reverted where what was there is not known any more', () => {
    expect(() => reversed([removeBlock('intro')])).toThrow('cannot be reverted');
    expect(() => reversed([customOperation('tidy', (value) => value)])).toThrow('“tidy”');
  });

  it('leave values alone that are not what the path expects', () => {
    for (const value of [null, 'text', 3, [], {}, [null, 'bare']] as Json[]) {
      expect(run(value, renameBlock('a.b.c', 'd'), removeMember('a.item.b', 'c'), wrapInList('a.b'))).toBe(value);
    }
  });
});
