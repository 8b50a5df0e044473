import { request } from 'node:http';
import { connect } from 'node:net';

/** @typedef {{ origin: string, authorization: string }} Target */

const BOUNDARY = 'pipit-storm';
const OPENING = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="cut.bin"\r\n\r\n`;

/** An upload whose sender hangs up in the middle. @param {Target} target */
export function cutUpload({ origin, authorization }) {
  return new Promise((resolve) => {
    const headers = { authorization, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': 1_000_000 }; // prettier-ignore
    const sending = request(`${origin}/api/admin/v1/documents`, { method: 'POST', headers });
    sending.on('error', () => undefined).on('close', () => resolve(null));
    sending.write(OPENING);
    sending.write(Buffer.alloc(400_000, 7), () => sending.destroy());
  });
}

/** A download whose reader goes away with the first bytes. @param {string} url */
export function cutDownload(url) {
  return new Promise((resolve) => {
    const reading = request(url, (answer) => answer.once('data', () => reading.destroy()));
    reading.on('error', () => undefined).on('close', () => resolve(null));
    reading.end();
  });
}

/**
 * A body without a length, of so many bytes if it is let.
 * @param {Target} target
 * @param {number} bytes
 * @returns {Promise<{ sent: number, answer: string }>}
 */
export function endlessUpload({ origin, authorization }, bytes) {
  const { hostname, port } = new URL(origin);
  const chunk = (/** @type {Buffer} */ data) => Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]); // prettier-ignore
  const more = chunk(Buffer.alloc(256 * 1024, 7));
  return new Promise((resolve) => {
    let sent = 0;
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/admin/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`,
      );
      socket.write(chunk(Buffer.from(OPENING)));
      const pour = () => {
        let goesOn = true;
        while (goesOn && sent < bytes && !socket.destroyed) {
          goesOn = socket.write(more);
          sent += more.length;
        }
      };
      socket.on('drain', pour);
      pour();
    });
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => undefined).on('close', () => resolve({ sent, answer }));
  });
}
