import { isNarrowed, queryOf, readMediaSearch } from './media-search';

describe('The address of the library', () => {
  it('keeps what it knows and leaves out the rest', () => {
    const address = {
      q: 'boats',
      collection: '4',
      shape: 'portrait',
      rights: 'stolen',
      noalt: '1',
      unused: '',
      item: 'x',
      page: 9,
    };
    expect(readMediaSearch(address)).toEqual({ q: 'boats', collection: 4, shape: 'portrait', noalt: true });
  });

  it('asks the server by its own names, for the newest first', () => {
    expect(queryOf({ type: 'image/png', by: 3, noalt: true, unused: true, item: 8 })).toEqual({
      mimeType: 'image/png',
      uploadedById: 3,
      missingAlt: true,
      unused: true,
      order: '-created',
    });
  });

  it('means the last day whole', () => {
    const { createdFrom = '', createdTo = '' } = queryOf({ from: '2026-11-01', to: '2026-11-01' });
    expect(Date.parse(createdTo) - Date.parse(createdFrom)).toBe(24 * 3600 * 1000);
  });

  it('is not narrowed by a collection, an order or what is open', () => {
    expect(isNarrowed({ collection: 3, sort: 'title', item: 1, trash: true })).toBe(false);
    expect(isNarrowed({ tag: 'boats' })).toBe(true);
  });
});
