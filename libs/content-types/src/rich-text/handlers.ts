import type { Json } from '../content/json.js';
import type { Reference } from '../kinds/field-kind.js';
import type { RichTextFeature } from './features.js';

/** Attributes of an element by name. */
export type RichTextAttributes = Readonly<Record<string, string>>;

/** What delivery looks up before links and embeds are expanded: all of a request together. */
export interface RichTextLookup {
  /** Who answers: `pageAddress`, `documentAddress`, `image`, or a name a plugin defined with delivery. */
  readonly provider: string;
  readonly id: number;
  readonly argument?: string;
}

interface Handler {
  /** Value of `linktype` or `embedtype` in stored text. */
  readonly type: string;
  /** The feature that allows it. */
  readonly feature: RichTextFeature;
  /** What to say where that feature is not allowed. */
  readonly refusal: string;
  /** Attributes beside the type; any other is refused. */
  readonly attributes: readonly string[];
  /** What is wrong with the attributes, in a sentence. */
  check?(attributes: RichTextAttributes): string | null;
  /** What it points at inside Pipit. Where a handler has this, each of its elements has to point at something. */
  references?(attributes: RichTextAttributes): Reference[];
  /** What has to be looked up to expand it. */
  lookup?(attributes: RichTextAttributes): RichTextLookup | null;
}

/** A kind of link in rich text: `<a linktype="page" id="3">`. */
export interface LinkHandler extends Handler {
  /** Attributes of the delivered `<a>`; `found` answers {@link Handler.lookup} and is null for what is gone or hidden. */
  expand(attributes: RichTextAttributes, found: Json): RichTextAttributes;
}

/** A kind of embed in rich text: `<embed embedtype="image" id="10" alt="…" format="left"/>`. */
export interface EmbedHandler extends Handler {
  /** The delivered element with its attributes; null leaves it out. */
  expand(attributes: RichTextAttributes, found: Json): { element: string; attributes: RichTextAttributes } | null;
}

const links = new Map<string, LinkHandler>();
const embeds = new Map<string, EmbedHandler>();

/** Registers a kind of link in rich text. */
export function defineLinkHandler(handler: LinkHandler): LinkHandler {
  if (links.has(handler.type)) throw new Error(`There are two handlers of links of the type “${handler.type}”.`);
  links.set(handler.type, handler);
  return handler;
}

/** Registers a kind of embed in rich text. */
export function defineEmbedHandler(handler: EmbedHandler): EmbedHandler {
  if (embeds.has(handler.type)) throw new Error(`There are two handlers of embeds of the type “${handler.type}”.`);
  embeds.set(handler.type, handler);
  return handler;
}

/** The handler of a link's type. */
export const linkHandler = (type: string): LinkHandler | undefined => links.get(type);

/** The handler of an embed's type. */
export const embedHandler = (type: string): EmbedHandler | undefined => embeds.get(type);
