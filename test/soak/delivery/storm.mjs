import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_TYPE, homeOf } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { Watch, SECRET } from './watch.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */

/** Milliseconds between two changes. */
const PAUSE = 200;
/** From then on memory has to be flat: what a server keeps is there after so many minutes. */
const SETTLED = 2;

/** Readers ask two processes for a page that comes and goes, and for lists it is in; others show credentials and tokens. */
export default defineStorm({
  must: 'nobody reads what went offline a second ago, equal tags mean equal answers, and a draft is shown to its token alone',
  long: { minutes: 10, readers: 50 },
  short: { minutes: 0.12, readers: 10 },
  servers: 2,
  async run(soak) {
    const writer = await soak.client();
    const home = await homeOf(soak);
    /** @param {string} title @returns {Promise<{ id: number }>} */
    const create = (title) =>
      writer.must('POST', '/pages', { parentId: home, type: PAGE_TYPE, fields: { title }, publish: true });
    const [moving, still] = [await create('Comes and goes'), await create('Stays')];
    const watch = new Watch(soak, moving.id);
    const minutes = soak.amount('minutes');
    const end = performance.now() + minutes * 60_000;
    const preview = async () =>
      (await writer.must('POST', `/pages/${still.id}/preview`, { fields: { title: SECRET } })).token;
    const details = [moving.id, still.id].map((id) => `/pages/${id}/`);
    const lists = ['/pages/?limit=5&order=-first_published_at', `/pages/?child_of=${home}&fields=title`];
    const place = { urls: [...details, ...lists], token: String(await preview()), end };
    const renewing = setInterval(() => void preview().then((token) => (place.token = token)), 60_000);
    const memory = memoryOf(soak, end);
    const changing = change(writer, moving.id, watch, end);
    const readers = Array.from({ length: soak.amount('readers') }, (_, n) => read(soak, watch, place, n));
    const [changes] = await Promise.all([changing, ...readers]);
    clearInterval(renewing);
    const grown = await memory;
    if (grown > 1.25) soak.violation(`The memory of a server grew to ${grown.toFixed(2)} times what it was`);
    if (watch.previews === 0) soak.violation('No preview was seen');
    return { changes, answers: watch.answers, previews: watch.previews, tags: watch.tags, 'memory, %': grown * 100 };
  },
});

/**
 * Takes the page offline and puts it back, now and then for long enough to be missed by everybody.
 * @param {StormClient} writer
 * @param {number} id
 * @param {Watch} watch
 * @param {number} end
 */
async function change(writer, id, watch, end) {
  let changes = 0;
  for (; performance.now() < end; changes += 1) {
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
 * @param {{ urls: readonly string[], token: string, end: number }} place
 * @param {number} which
 */
async function read(soak, watch, place, which) {
  const random = soak.random.fork(which);
  /** @type {Map<string, string>} */
  const tags = new Map();
  while (performance.now() < place.end) {
    const url = random.pick(place.urls);
    const origin = random.pick(soak.servers).origin;
    const caller = random.weighted({ anybody: 90, known: 40, bearer: 4, cookie: 4, wrongToken: 3, preview: 1 });
    /** @type {Readonly<Record<typeof caller, Record<string, string>>>} */
    const headers = {
      anybody: {},
      known: { 'if-none-match': tags.get(url) ?? '"none"' },
      bearer: { authorization: 'Bearer nobody' },
      cookie: { cookie: 'session=none' },
      wrongToken: { 'x-preview-token': 'none' },
      preview: { 'x-preview-token': place.token },
    };
    const askedAt = performance.now();
    const response = await fetch(`${origin}/api/v2${url}`, { headers: headers[caller] });
    watch.saw({ url, caller, askedAt, response, body: await response.text() });
    const etag = response.headers.get('etag');
    if (etag && caller === 'anybody') tags.set(url, etag);
  }
}

/**
 * How many times the memory is, at the end, what it was when all that is kept was kept; 1 for storms too short to tell.
 * @param {Soak} soak
 * @param {number} end
 */
async function memoryOf({ servers }, end) {
  const settled = SETTLED * 60_000;
  if (end - performance.now() < 2 * settled) return 1;
  await sleep(settled);
  const before = servers.map(({ pid }) => residentKilobytes(pid));
  await sleep(end - performance.now());
  return Math.max(...servers.map(({ pid }, index) => residentKilobytes(pid) / (before[index] ?? 1)));
}

/** @param {number} pid */
function residentKilobytes(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]));
}
