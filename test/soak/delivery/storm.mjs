import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_TYPE, homeOf } from '../support/pages.mjs';
import { Connection } from '../../support/connection.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { MemoryWatch } from './memory.mjs';
import { Watch, SECRET } from './watch.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */
/** @import { Caller } from './watch.mjs' */

/** Milliseconds between two changes. */
const PAUSE = 200;

/** How often each asks. */
const CALLERS = { anybody: 90, known: 40, bearer: 4, cookie: 4, wrongToken: 3, preview: 1 };

/** Readers ask two processes for a page that comes and goes, and for lists it is in; others show credentials and tokens. */
export default defineStorm({
  must: 'nobody reads what went offline a second ago, equal tags mean equal answers, and a draft is shown to its token alone',
  // It ends when it lasted so long and so many were answered.
  long: { minutes: 10, readers: 50, answers: 1_000_000 },
  short: { minutes: 0.12, readers: 10, answers: 500 },
  servers: 2,
  watchesMemory: true,
  async run(soak) {
    const writer = await soak.client();
    const home = await homeOf(soak);
    /** @param {string} title @returns {Promise<{ id: number }>} */
    const create = (title) =>
      writer.must('POST', '/pages', { parentId: home, type: PAGE_TYPE, fields: { title }, publish: true });
    const [moving, still] = [await create('Comes and goes'), await create('Stays')];
    const watch = new Watch(soak, moving.id);
    const end = performance.now() + soak.amount('minutes') * 60_000;
    const isOver = () => performance.now() >= end && watch.total >= soak.amount('answers');
    const preview = async () =>
      (await writer.must('POST', `/pages/${still.id}/preview`, { fields: { title: SECRET } })).token;
    const details = [moving.id, still.id].map((id) => `/pages/${id}/`);
    const lists = ['/pages/?limit=5&order=-first_published_at', `/pages/?child_of=${home}&fields=title`];
    const place = { urls: [...details, ...lists], token: String(await preview()), isOver };
    const renewing = setInterval(() => void preview().then((token) => (place.token = token)), 60_000);
    const memory = new MemoryWatch(soak);
    memory.begin();
    const readers = Array.from({ length: soak.amount('readers') }, (_, n) => read(soak, watch, place, n));
    const [changes] = await Promise.all([change(writer, moving.id, watch, isOver), ...readers]);
    clearInterval(renewing);
    if (watch.previews === 0) soak.violation('No preview was seen');
    const counts = Object.entries(watch.answers).map(([caller, count]) => [`answers: ${caller}`, count]);
    return { changes, ...Object.fromEntries(counts), answers: watch.total, tags: watch.tags, ...(await memory.end()) };
  },
});

/**
 * Takes the page offline and puts it back, now and then for long enough to be missed by everybody.
 * @param {StormClient} writer
 * @param {number} id
 * @param {Watch} watch
 * @param {() => boolean} isOver
 */
async function change(writer, id, watch, isOver) {
  let changes = 0;
  for (; !isOver(); changes += 1) {
    await writer.must('POST', `/pages/${id}/unpublish`);
    watch.wentOffline();
    await sleep(changes % 5 === 2 ? 1500 : PAUSE);
    const { revisionId: baseRevisionId } = await writer.must('GET', `/pages/${id}`);
    watch.comesBack();
    await writer.must('POST', `/pages/${id}/publish`, { baseRevisionId });
    await sleep(PAUSE);
  }
  return changes;
}

/**
 * Asks for one thing after the other, mostly as anybody.
 * @param {Soak} soak
 * @param {Watch} watch
 * @param {{ urls: readonly string[], token: string, isOver: () => boolean }} place
 * @param {number} which
 */
async function read(soak, watch, place, which) {
  const random = soak.random.fork(which);
  const connections = soak.servers.map(({ origin }) => new Connection(origin));
  /** @type {Map<string, string>} */
  const tags = new Map();
  while (!place.isOver()) {
    const url = random.pick(place.urls);
    const connection = random.pick(connections);
    const caller = random.weighted(CALLERS);
    const askedAt = performance.now();
    const answer = await connection.get(`/api/v2${url}`, headersOf(caller, tags.get(url), place.token));
    watch.saw({ url, caller, askedAt, answer });
    const etag = answer.headers.get('etag');
    if (etag && caller === 'anybody') tags.set(url, etag);
  }
  for (const connection of connections) connection.close();
}

/**
 * What a caller shows.
 * @param {Caller} caller
 * @param {string | undefined} tag of the version the caller has
 * @param {string} token
 * @returns {Record<string, string>}
 */
function headersOf(caller, tag, token) {
  if (caller === 'known') return { 'if-none-match': tag ?? '"none"' };
  if (caller === 'bearer') return { authorization: 'Bearer nobody' };
  if (caller === 'cookie') return { cookie: 'session=none' };
  if (caller === 'wrongToken') return { 'x-preview-token': 'none' };
  return caller === 'preview' ? { 'x-preview-token': token } : {};
}
