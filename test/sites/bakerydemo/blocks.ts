import {
  choice,
  embed,
  float,
  image,
  imageWithAlt,
  list,
  longText,
  optional,
  richText,
  stream,
  struct,
  table,
  text,
  typedTable,
  url,
} from '@pipit/cms';

// Members without a value are null, not '', as in the site this was recorded from.
const line = () => text({ nullable: true });

const heading = struct({ heading_text: line(), size: optional(choice({ of: ['h2', 'h3', 'h4'] })) });
const quote = struct({
  text: longText({ nullable: true }),
  attribute_name: optional(line()),
  settings: struct({
    theme: choice({ of: ['default', 'highlight'], default: 'default' }),
    text_size: choice({ of: ['default', 'large'], default: 'default' }),
  }),
});

/** What most pages are built from. */
export const baseStream = stream({
  heading_block: heading,
  paragraph_block: richText(),
  image_block: struct({
    image: image({ apiRendition: 'fill-600x338' }),
    caption: optional(line()),
    attribution: optional(line()),
  }),
  block_quote: quote,
  embed_block: embed(),
});

/** What recipes are built from. */
export const recipeStream = stream({
  heading_block: heading,
  paragraph_block: richText(),
  block_quote: quote,
  table_block: table(),
  typed_table_block: typedTable({ text: text(), numeric: float(), rich_text: richText(), image: image() }),
  image_block: imageWithAlt({ apiRendition: 'fill-100x100' }),
  embed_block: embed(),
  ingredients_list: list(richText(), { min: 2, max: 10 }),
  steps_list: list(
    struct({ text: richText({ nullable: true }), difficulty: choice({ of: ['S', 'M', 'L'], default: 'S' }) }),
    {
      min: 2,
      max: 10,
    },
  ),
});

/** Where else a person can be found. */
export const socialLinks = stream({
  social: struct({
    platform: choice({ of: ['github', 'twitter', 'linkedin', 'instagram', 'facebook', 'mastodon', 'website'] }),
    url: url({ nullable: true }),
  }),
});
