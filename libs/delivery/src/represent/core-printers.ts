import { documentUrl, mediaUrl } from '@pipit/media';
import type { Printer } from '../model/api-model.js';
import { idsIn } from './basic-printers.js';
import { pageAddresses } from './computed-printers.js';

/** Where an image's original is, without a host. */
export const imageUrlPrinter: Printer = (rows) => rows.map((row) => mediaUrl(String(row['file_key'])));

/** Where a document is downloaded from, on the host of the request's site. */
export const documentUrlPrinter: Printer = (rows, request) =>
  rows.map((row) => request.baseUrl + documentUrl({ id: row['id'] as number, fileKey: String(row['file_key']) }));

/** Where a redirect leads: to its page, or else to its link. */
export const redirectPrinter: Printer = async (rows, request) => {
  const addresses = await pageAddresses(idsIn(rows, 'page_id'), request);
  return rows.map((row, index) => (row['page_id'] === null ? row['link'] || null : addresses[index]));
};
