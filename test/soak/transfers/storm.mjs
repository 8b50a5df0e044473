import sharp from 'sharp';
import { defineStorm } from '../support/define-storm.mjs';
import { footprintOf, leftOf, peakDuring, residentOf, settledFootprint } from './footprint.mjs';
import { cutDownload, cutUpload, endlessUpload } from './halves.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */
/** @import { StormServer } from '../support/server.mjs' */
/** @import { Footprint } from './footprint.mjs' */
/** @import { Target } from './halves.mjs' */

/** At a time. */
const LANES = 20;
/** Rounds of transfers at most. What leaks only grows, whatever is done. */
const ROUNDS = 4;
const MALFORMED = [
  'width-',
  'width-0',
  'fill-1x',
  'scale-NaN',
  'format-exe',
  'jpegquality-101',
  'nothing',
  'crop-none',
  'max-1e3x1',
];

/** Transfers that are cut, bodies without an end, and renditions nobody gave out. */
export default defineStorm({
  must: 'transfers that are cut leave neither memory nor open files nor anything on the disk, and specs nobody gave out cost nothing',
  long: { transfers: 500, gigabytes: 5, specs: 1000 },
  short: { transfers: 20, gigabytes: 1, specs: 20 },
  watchesMemory: true,
  async run(soak) {
    const client = await soak.client();
    const [server] = soak.servers;
    if (!server) throw new Error('The storm has no server.');
    const target = { origin: server.origin, authorization: client.authorization };
    const cut = await cutTransfers(soak, client, target, server);
    const endless = await endlessBody(soak, target, server.pid);
    const honest = await specs(soak, client, target);
    return { ...cut, ...endless, ...honest };
  },
});

/** @param {Soak} soak @param {StormClient} client @param {Target} target @param {StormServer} server */
async function cutTransfers(soak, client, target, server) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(8_000_000)]), 'large.bin');
  const { url } = await client.must('POST', '/documents', form);
  const cut = async () => {
    await inLanes(soak.amount('transfers'), () => cutUpload(target));
    await inLanes(soak.amount('transfers'), () => cutDownload(target.origin + url));
  };
  const { spooled } = await footprintOf(soak, server);
  const anything = { held: Infinity, resident: Infinity, files: Infinity, spooled };
  await cut();
  // Memory and connections that a process needs for so many it has after the first round.
  const before = { ...(await settledFootprint(soak, server, anything)), spooled };
  /** @type {Footprint} */
  let after;
  let rounds = 0;
  do {
    await cut();
    after = await settledFootprint(soak, server, before);
    rounds += 1;
    soak.say(
      `round ${rounds}: ${after.held} MB held of ${after.resident}; at first ${before.held} of ${before.resident}`,
    );
  } while (leftOf(before, after).length > 0 && rounds < ROUNDS);
  for (const left of leftOf(before, after)) soak.violation(`After transfers that were cut, ${left}`);
  const { total } = await client.must('GET', '/documents?q=cut');
  if (total > 0) soak.violation(`${total} documents came of uploads that were cut`);
  return {
    'cut transfers': soak.amount('transfers') * 2 * (rounds + 1),
    'MB more held after them': after.held - before.held,
    'MB more resident': after.resident - before.resident,
  };
}

/** @param {Soak} soak @param {Target} target @param {number} pid */
async function endlessBody(soak, target, pid) {
  const before = await residentOf(pid);
  const { peak, result } = await peakDuring(pid, endlessUpload(target, soak.amount('gigabytes') * 1e9));
  const more = Math.round(peak - before);
  if (!/^HTTP\/1\.1 413 /.test(result.answer)) soak.violation(`A body without an end was answered ${result.answer.slice(0, 40)}`); // prettier-ignore
  if (more > 50) soak.violation(`${more} MB of memory are taken by a body without an end`);
  return { 'MB sent of an endless body': Math.round(result.sent / 1e6), 'MB more meanwhile': more };
}

/** @param {Soak} soak @param {StormClient} client @param {Target} target */
async function specs(soak, client, { origin }) {
  const picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#369' } }).jpeg().toBuffer(); // prettier-ignore
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(picture)]), 'honest.jpg');
  const { id } = await client.must('POST', '/images', form);
  const count = soak.amount('specs');
  let wrong = 0;
  await inLanes(count, async (at) => {
    const made = await fetch(`${origin}/media/images/honest.width-${at + 1}.jpg`);
    await made.arrayBuffer();
    if (made.status !== 404) wrong += 1;
  });
  await inLanes(count, async (at) => {
    const { status } = await client.send('GET', `/images/${id}/renditions?specs=${encodeURIComponent(`width-${at + 1},${MALFORMED[at % MALFORMED.length]}`)}`); // prettier-ignore
    if (status !== 400) wrong += 1;
  });
  if (wrong > 0) soak.violation(`${wrong} specs nobody gave out were not refused`);
  const { items } = await client.must('GET', `/images/${id}/renditions?specs=width-640`);
  const begin = performance.now();
  const answer = await fetch(origin + items[0].url);
  await answer.arrayBuffer();
  const ms = Math.round(performance.now() - begin);
  if (!answer.ok || ms > 1000) soak.violation(`An honest rendition was answered ${answer.status} after ${ms} ms`);
  return { 'specs refused': count * 2, 'ms of an honest rendition': ms };
}

/** @param {number} count @param {(at: number) => Promise<unknown>} work */
async function inLanes(count, work) {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
