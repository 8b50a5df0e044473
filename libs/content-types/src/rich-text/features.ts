/** What rich text may contain. A field names the features it allows; the editor shows a button for each. */
export const RICH_TEXT_FEATURES = [
  'bold', 'italic', 'strikethrough', 'superscript', 'subscript', 'code',
  'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul', 'hr', 'blockquote',
  'link', 'documentLink', 'image', 'embed',
] as const; // prettier-ignore

export type RichTextFeature = (typeof RICH_TEXT_FEATURES)[number];

/** What a field allows that names no features: Wagtail's default set. */
export const DEFAULT_FEATURES: readonly RichTextFeature[] = [
  'bold', 'italic', 'h2', 'h3', 'h4', 'ol', 'ul', 'hr', 'link', 'documentLink', 'image', 'embed',
]; // prettier-ignore

/** Elements each feature brings. Paragraphs and line breaks are always there. */
export const FEATURE_ELEMENTS: Readonly<Record<RichTextFeature, readonly string[]>> = {
  bold: ['b', 'strong'],
  italic: ['i', 'em'],
  strikethrough: ['s'],
  superscript: ['sup'],
  subscript: ['sub'],
  code: ['code'],
  h2: ['h2'],
  h3: ['h3'],
  h4: ['h4'],
  h5: ['h5'],
  h6: ['h6'],
  ol: ['ol', 'li'],
  ul: ['ul', 'li'],
  hr: ['hr'],
  blockquote: ['blockquote'],
  link: ['a'],
  documentLink: ['a'],
  image: ['embed'],
  embed: ['embed'],
};

/** Attributes an element may carry; everything else is refused. */
export const ELEMENT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'linktype', 'id'],
  embed: ['embedtype', 'id', 'alt', 'format', 'url'],
  p: ['data-block-key'],
  h2: ['data-block-key'],
  h3: ['data-block-key'],
  h4: ['data-block-key'],
  h5: ['data-block-key'],
  h6: ['data-block-key'],
  li: ['data-block-key'],
  blockquote: ['data-block-key'],
};
