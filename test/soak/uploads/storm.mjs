import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { defineStorm } from '../support/define-storm.mjs';
import { ageFiles, filesWithoutRow, rowsWithoutWholeFile } from './files.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormClient } from '../support/client.mjs' */

/** Of each kind, in the air together when the server dies. */
const AT_ONCE = 3;
/** Rounds in which the server was too fast to be killed in the middle, for each that counts. */
const TRIES = 6;
const SWEPT_WITHIN = 60_000;

/** The API process dies by `kill -9` while files are stored and renditions are made; each counts for which no answer came. */
export default defineStorm({
  must: 'a server killed while it stores and renders files leaves every row with its whole file, and no file without a row after one sweep',
  long: { uploads: 50, renderings: 50, kilobytes: 8000, pixels: 4000 },
  short: { uploads: 3, renderings: 2, kilobytes: 1000, pixels: 1000 },
  losesAnswers: true,
  async run(soak) {
    const client = await soak.client();
    const [server] = soak.servers;
    if (!server) throw new Error('The storm has no server.');
    const counts = { kills: 0, uploads: 0, renderings: 0, 'uploads that were answered': 0 };
    const wanted = { uploads: soak.amount('uploads'), renderings: soak.amount('renderings') };
    /** How long an upload and a rendering take when nobody interferes, in ms. */
    let longest = 200;
    const rounds = Math.ceil(Math.max(wanted.uploads, wanted.renderings) / AT_ONCE) * TRIES;
    for (let round = 0; round < rounds; round += 1) {
      if (counts.uploads >= wanted.uploads && counts.renderings >= wanted.renderings) break;
      const begin = performance.now();
      const picture = await client.must('POST', '/images', await pictureForm(soak, round));
      longest = Math.max(longest, performance.now() - begin);
      const uploads = Array.from({ length: AT_ONCE }, (_, at) => client.post('/documents', fileForm(soak, round, at)));
      const renderings = [picture.thumbnailUrl, picture.previewUrl].map((url) => look(server.origin, url));
      await sleep(soak.random.next() * longest);
      await server.kill();
      counts.kills += 1;
      for (const { status } of await Promise.all(uploads)) {
        if (status === null) counts.uploads += 1;
        else counts['uploads that were answered'] += 1;
      }
      const seen = await Promise.all(renderings);
      counts.renderings += seen.filter((bytes) => bytes === null).length;
      await untilReleased(soak);
      for (const fault of await rowsWithoutWholeFile(soak)) soak.violation(`kill ${round}: ${fault}`);
      await server.start();
      await compareRenderings(soak, server.origin, [picture.thumbnailUrl, picture.previewUrl], seen);
    }
    if (counts.uploads < wanted.uploads || counts.renderings < wanted.renderings) {
      soak.violation('The server was too fast to be killed often enough.');
    }
    await sweep(soak);
    for (const key of await filesWithoutRow(soak)) soak.violation(`after the sweep, no row has ${key}`);
    for (const fault of await rowsWithoutWholeFile(soak)) soak.violation(`after the sweep: ${fault}`);
    return counts;
  },
});

/** @param {Soak} soak @param {number} round */
async function pictureForm(soak, round) {
  const side = soak.amount('pixels');
  const raw = noise(soak, side * 3);
  const rows = Buffer.concat(Array.from({ length: side }, () => raw));
  const bytes = await sharp(rows, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer();
  return formOf(bytes, `picture-${round}.jpg`);
}

/** @param {Soak} soak @param {number} round @param {number} at */
function fileForm(soak, round, at) {
  const block = noise(soak, 1024);
  return formOf(
    Buffer.concat(Array.from({ length: soak.amount('kilobytes') }, () => block)),
    `file-${round}-${at}.bin`,
  );
}

/** @param {Soak} soak @param {number} size */
function noise({ random }, size) {
  return Buffer.from(Array.from({ length: size }, () => random.below(256)));
}

/** @param {Buffer} bytes @param {string} name */
function formOf(bytes, name) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

/** The bytes of a rendition that came whole; null when none came. @param {string} origin @param {string} url */
async function look(origin, url) {
  try {
    const answer = await fetch(origin + url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return answer.ok ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * What was served as whole is a picture, and the same ever after.
 * @param {Soak} soak
 * @param {string} origin
 * @param {readonly string[]} urls
 * @param {readonly (Buffer | null)[]} seen
 */
async function compareRenderings(soak, origin, urls, seen) {
  for (const [index, url] of urls.entries()) {
    const now = await look(origin, url);
    const before = seen[index];
    if (!now) soak.violation(`${url} is not served after the server has started again`);
    else if (before && !before.equals(now)) soak.violation(`${url} was served with other bytes before`);
    const isWhole = now && (await sharp(now, { failOn: 'truncated' }).stats().then(() => true, () => false)); // prettier-ignore
    if (now && !isWhole) soak.violation(`${url} is no whole picture`);
  }
}

/** Lets the server sweep, as if all files were old. @param {Soak} soak */
async function sweep(soak) {
  await ageFiles(soak.media);
  await soak.sql(`SELECT graphile_worker.add_job('media:sweep', job_key := 'storm')`);
  const open = async () => {
    const [row] = await soak.sql(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier IN ('media:sweep', 'media:remove-files')`,
    );
    return Number(row?.['n']);
  };
  const start = performance.now();
  while ((await open()) > 0) {
    if (performance.now() - start > SWEPT_WITHIN) return soak.violation('The sweep did not end.');
    await sleep(50);
  }
}

/** Waits until Postgres has noticed that the process is gone. @param {Soak} soak */
async function untilReleased({ sql }) {
  for (;;) {
    const [row] = await sql(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pipit'`,
    );
    if (row?.['n'] === 0) return;
    await sleep(20);
  }
}
