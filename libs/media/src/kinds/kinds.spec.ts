import { stream, struct, walk, type Json, type Representer } from '@pipit/content-types';
import { image } from './image-kind.js';
import { imageWithAlt, imageWithAltKind } from './image-with-alt.js';

const represent: Representer = {
  child: () => null,
  exists: ({ id }) => Number(id) < 100,
  lookup: (provider, id, argument) => ({ provider, id, argument: argument ?? null }),
};

describe('images in content', () => {
  it('are printed as their id, with a rendition when asked for, or as null when they are gone', () => {
    const { kind, options } = image();
    expect(kind.represent?.(7, options, represent)).toBe(7);
    expect(kind.represent?.(700, options, represent)).toBeNull();
    const withRendition = image({ apiRendition: 'fill-600x338' });
    expect(withRendition.kind.represent?.(7, withRendition.options, represent)).toEqual({
      provider: 'image',
      id: 7,
      argument: 'fill-600x338',
    });
  });

  it('are found as references wherever they sit', () => {
    const body = stream({ picture: struct({ photo: image() }), alt: imageWithAlt() });
    const value: Json = [
      { id: '1', type: 'picture', value: { photo: 3 } },
      { id: '2', type: 'alt', value: { image: 4, decorative: false, alt_text: 'A bird' } },
    ];
    const found: unknown[] = [];
    walk(body.node, value, ({ node, value: part }) => {
      found.push(...(node.kind.references?.(part, node.options) ?? []));
    });
    expect(found).toEqual([
      { targetType: 'image', id: 3 },
      { targetType: 'image', id: 4 },
    ]);
  });

  it('with a text alternative read the bare id of a block that had none', () => {
    expect(imageWithAltKind.normalise?.(7, {})).toEqual({ image: 7, decorative: false, alt_text: '' });
    expect(imageWithAltKind.references?.(7, {})).toEqual([{ targetType: 'image', id: 7 }]);
    expect(imageWithAltKind.represent?.(7, {}, represent)).toEqual({ image: 7, decorative: false, alt_text: '' });
  });

  it('with a text alternative want one, unless they are decorative', () => {
    const faults = (value: Json): unknown[] => imageWithAltKind.check?.(value, {}) ?? [];
    expect(faults({ image: 1, decorative: false, alt_text: '' })).toHaveLength(1);
    expect(faults({ image: 1, decorative: true, alt_text: '' })).toEqual([]);
    expect(faults({ image: 1, decorative: false, alt_text: 'A bird' })).toEqual([]);
  });
});
