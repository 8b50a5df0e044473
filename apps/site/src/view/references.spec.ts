import { ReferenceIds } from './references.ts';

const idsIn = (value: unknown) => {
  const { page, image, document, person } = new ReferenceIds().collect(value).ids;
  return { page: [...page], image: [...image], document: [...document], person: [...person] };
};

describe('what content points at', () => {
  it('is found in rich text', () => {
    const html =
      '<p><a linktype="page" id="3">x</a><a id="4" linktype="document">y</a></p><embed alt="" embedtype="image" id="5"/>';
    expect(idsIn({ intro: html })).toEqual({ page: [3], document: [4], image: [5], person: [] });
  });

  it('is found in blocks, lists, nested streams and typed tables', () => {
    const body = [
      { type: 'teaser', value: 1, id: 'a' },
      { type: 'people', value: [2, 3], id: 'b' },
      { type: 'columns', value: { left: [{ type: 'download', value: 4, id: 'c' }], right: [] }, id: 'd' },
      { type: 'gallery', value: [{ photo: 5, caption: '6' }], id: 'e' },
      { type: 'fares', value: { columns: [{ type: 'page' }, { type: 'count' }], rows: [{ values: [7, 8] }] }, id: 'f' },
    ];
    expect(idsIn({ body })).toEqual({ page: [1, 7], person: [2, 3], document: [4], image: [5] });
  });

  it('is no date, number or text that merely looks like it', () => {
    expect(
      idsIn({ elevation: 612, body: [{ type: 'notice', value: { from: '2026-11-01', until: null }, id: 'a' }] }),
    ).toEqual({
      page: [],
      image: [],
      document: [],
      person: [],
    });
  });
});
