import { defineFieldKind, type NodeOptions } from './field-kind.js';

/** Options of colours. */
export interface ColourOptions extends NodeOptions {
  /** Colours to pick from at once: `['#2e7d32', '#f9a825']`. Others may be chosen too. */
  readonly swatches?: readonly string[];
  /** May be translucent: eight digits, the last two for opacity. Default false. */
  readonly alpha?: boolean;
}

/** A colour as CSS writes it: `#rrggbb` or `#rrggbbaa`, lower case; the empty text is none. */
export const colourKind = defineFieldKind<ColourOptions>({
  name: 'colour',
  storage: ({ default: value }) => ({
    type: 'column',
    column: { type: 'varchar', length: 9, default: typeof value === 'string' ? value : '' },
  }),
  emptyValue: () => '',
  jsonSchema: () => ({ type: 'string' }),
  check: (value, { alpha }) => {
    const digits = alpha ? '([0-9a-f]{6}|[0-9a-f]{8})' : '[0-9a-f]{6}';
    return new RegExp(`^#${digits}$`, 'i').test(String(value))
      ? []
      : [{ code: 'colour', message: `Not a colour. Write it like ${alpha ? '#2e7d3280' : '#2e7d32'}.` }];
  },
  normalise: (value) => String(value).trim().toLowerCase(),
  describeOptions: ({ swatches, alpha }) => ({ swatches, alpha }),
});
