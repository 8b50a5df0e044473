import sharp from 'sharp';

// Bytes were told apart before, but a decoder nobody needs is one more that can be attacked.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});

/** The image engine, with decoders for the types we take and no others. */
export { sharp };
