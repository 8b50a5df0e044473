// Decodes and encodes pictures in a process of its own: one that a hostile file brings down is not the server, and one
// with less of the processor lets everything else be answered first. Plain JavaScript, as it is started from the file itself.
import { setPriority } from 'node:os';

/** How often it looks at its memory, in milliseconds. */
const LOOK = 200;
/** Milliseconds for which nobody asked. A page asks for all its sizes of an image at about the same time. */
const FORGET = 20_000;

/** @import { MakeWish, Pixels, Step, Wish, WorkerOptions } from './recipe.js' */

/** @type {WorkerOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');

try {
  // On Linux of this thread and those that it starts, so before there are any.
  setPriority(options.patience);
} catch {
  // Where it may not be said, all are alike.
}

const [{ default: sharp }, { LRUCache }] = await Promise.all([import('sharp'), import('lru-cache')]);

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

/** @type {import('lru-cache').LRUCache<string, Pixels, () => Promise<Pixels>> | null} */
const reduced =
  options.decodedMemory === 0
    ? null
    : new LRUCache({
        maxSize: options.decodedMemory,
        sizeCalculation: ({ data }) => Math.max(1, data.length),
        ttl: FORGET,
        ttlAutopurge: true,
        updateAgeOnGet: true,
        fetchMethod: (_key, _stale, { context }) => context(),
      });

// Whoever ends the server ends this with it: the channel closes. Signals go to all processes of a terminal at once.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (/** @type {Wish} */ wish) => void answer(wish));

setInterval(() => {
  if (process.memoryUsage.rss() > options.memory) process.exit(1);
}, LOOK).unref();

/** @param {Wish} wish */
async function answer(wish) {
  try {
    process.send?.({ id: wish.id, ...(wish.what === 'measure' ? await measure(wish.path) : await make(wish)) });
  } catch (error) {
    process.send?.({ id: wish.id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** @param {string} path */
async function measure(path) {
  const { autoOrient, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
  return { size: { width: autoOrient.width, height: autoOrient.height, pages } };
}

/** @param {MakeWish} wish */
async function make({ path, pixels, reduce, opening, steps }) {
  const raw = reduce ? await pixelsOf(reduce, path) : pixels;
  if (!raw && !path) return { missing: true };
  const opened = raw
    ? sharp(Buffer.from(raw.data.buffer, raw.data.byteOffset, raw.data.length), { raw })
    : sharp(path, opening);
  const { data, info } = await carriedOut(opened, steps).toBuffer({ resolveWithObject: true });
  return { made: { data, width: info.width, height: info.height, channels: info.channels } };
}

/**
 * The image at a fraction of its size; undefined when it is not kept and nobody said where its file is.
 * @param {NonNullable<MakeWish['reduce']>} reduce
 * @param {string | undefined} path
 */
async function pixelsOf({ key, opening, steps }, path) {
  if (!path) return reduced?.get(key);
  const decode = async () => {
    const { data, info } = await carriedOut(sharp(path, opening), steps).raw().toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  };
  return (await reduced?.fetch(key, { context: decode })) ?? decode();
}

/** @param {import('sharp').Sharp} opened @param {readonly Step[]} steps */
function carriedOut(opened, steps) {
  // @ts-expect-error A step is a method of the engine with what it takes; the compiler cannot pair them.
  return steps.reduce((pipeline, [name, ...args]) => pipeline[name](...args), opened);
}
