import type { JsonObject } from '@pipit/content-types';

/**
 * The format of a revision's content, settled with version 1:
 *
 * - `base` holds what every subject of its category has (pages: title, slug, seoTitle, searchDescription,
 *   showInMenus, goLiveAt, expireAt), `fields` the declared fields by name, each in the JSON form of its kind.
 * - Things outside the content are referred to by identity (`3` for image 3), never copied in; blocks and child
 *   items carry their own stable UUIDs.
 * - Position, locale, owner, live state and dates of publication are not content and so never in a snapshot.
 * - `descriptor` names the shape the fields had (see `descriptorVersion`), so that data migrations know what they read.
 */
export interface Snapshot {
  readonly format: 1;
  readonly descriptor: string;
  readonly base: JsonObject;
  readonly fields: JsonObject;
}
