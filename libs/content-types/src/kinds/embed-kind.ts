import type { JsonObject, JsonSchema } from '../content/json.js';
import { defineFieldKind } from './field-kind.js';
import { textKind, urlFault, type TextOptions } from './text-kinds.js';

/** Options of embeds: frontends are told how large one may be shown. */
export interface EmbedOptions extends TextOptions {
  /** Pixels the embedded thing is asked to keep to. */
  readonly maxWidth?: number;
  /** Pixels the embedded thing is asked to keep to. */
  readonly maxHeight?: number;
  /**
   * The content API prints what the provider says of it (its HTML, title, thumbnail, …) beside the address, and not the
   * address alone. Default false. Such a field is no filter.
   */
  readonly expand?: boolean;
}

/** Lookups of the content API: what is known of an address, as {@link EmbedLookup} says. */
export const EMBED_PROVIDER = 'embed';

/** What an embed is asked for by: its address, and how large it may be. */
export interface EmbedLookup {
  readonly url: string;
  readonly maxWidth?: number;
  readonly maxHeight?: number;
}

const plain = textKind({ name: 'embed', check: urlFault });

/** The address of something to embed: a video, a post. */
export const embedKind = defineFieldKind<EmbedOptions>({
  ...plain,
  describeOptions: ({ maxLength, maxWidth, maxHeight }) => ({ maxLength, maxWidth, maxHeight }),
  deliveredSchema: (options, scope) => {
    if (!options.expand) return plain.jsonSchema(options, (node) => scope.of(node));
    return { anyOf: [scope.named('Embed', () => EXPANDED), { type: 'null' }] };
  },
  represent: (value, { expand, maxWidth, maxHeight }, represent) => {
    if (!expand) return value;
    if (typeof value !== 'string' || value === '') return null;
    const asked: EmbedLookup = { url: value, ...(maxWidth ? { maxWidth } : {}), ...(maxHeight ? { maxHeight } : {}) };
    return { ...NOTHING, ...(represent.lookup(EMBED_PROVIDER, 0, JSON.stringify(asked)) as JsonObject), url: value };
  },
});

/** An embed of which nothing is known, or not yet. */
const NOTHING: JsonObject = {
  url: '',
  type: null,
  provider: null,
  title: '',
  author: '',
  html: '',
  thumbnail_url: '',
  width: null,
  height: null,
};

const EXPANDED: JsonSchema = {
  title: 'Embed',
  type: 'object',
  properties: {
    url: { type: 'string' },
    type: {
      enum: ['video', 'rich', 'photo', 'link', null],
      description: 'Null where the provider has nothing to say, or was not asked yet.',
    },
    provider: { type: ['string', 'null'] },
    title: { type: 'string' },
    author: { type: 'string' },
    html: { type: 'string', description: 'As the provider wrote it; empty for photos and links.' },
    thumbnail_url: { type: 'string', description: 'Empty when there is none.' },
    width: { type: ['integer', 'null'] },
    height: { type: ['integer', 'null'] },
  },
  required: Object.keys(NOTHING),
};
