import { isJsonObject, type Json } from '@pipit/content-types';
import type { Embed } from './embed.entity.js';

const TYPES = new Set(['video', 'rich', 'photo', 'link']);

/** What an oEmbed answer says; null when it is none. */
export function oEmbedOf(
  text: string | null,
): { readonly facts: Partial<Embed>; readonly seconds: number | null } | null {
  const answer = text === null ? null : parsed(text);
  if (!isJsonObject(answer) || typeof answer['type'] !== 'string' || !TYPES.has(answer['type'])) return null;
  const seconds = Number(answer['cache_age']);
  return {
    facts: {
      type: answer['type'],
      title: textOf(answer['title'], 1000),
      author: textOf(answer['author_name'], 1000),
      html: textOf(answer['html'], 50_000),
      thumbnailUrl: addressOf(answer['thumbnail_url'] ?? (answer['type'] === 'photo' ? answer['url'] : undefined)),
      width: sideOf(answer['width']),
      height: sideOf(answer['height']),
    },
    seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The database keeps neither NUL nor half characters. */
function textOf(value: Json | undefined, limit: number): string {
  return typeof value === 'string' && value.length <= limit ? value.replace(/[\0\p{Cs}]/gu, '') : '';
}

function addressOf(value: Json | undefined): string {
  const text = textOf(value, 2000);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : '';
}

function sideOf(value: Json | undefined): number | null {
  const side = Math.round(Number(value));
  return side > 0 && side < 100_000 ? side : null;
}
