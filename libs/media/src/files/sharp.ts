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

// Hardly ever is the same asked for twice, and what is not kept is no memory.
sharp.cache(false);
// Several images at a time make better use of processors than one at a time on all of them, and less of memory.
sharp.concurrency(1);

/** The image engine, with decoders for the types we take and no others. */
export { sharp };
