import { block, defineFieldKind, fieldDecorator, isJsonObject, type FieldOptions, type NodeOptions } from '@pipit/cms';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A time that comes back every week. */
export interface WeeklySlot {
  readonly day: (typeof DAYS)[number];
  readonly hour: number;
}

/** Options of weekly slots. */
export interface WeeklySlotOptions extends NodeOptions {
  /** The first hour that may be chosen; default 0. */
  readonly from?: number;
}

/** A field kind of the plugin’s own; the editor extension brings its control. */
export const weeklySlotKind = defineFieldKind<WeeklySlotOptions>({
  name: 'weeklySlot',
  storage: () => ({ type: 'column', column: { type: 'jsonb', nullable: true } }),
  emptyValue: () => null,
  jsonSchema: () => ({
    type: ['object', 'null'],
    properties: { day: { type: 'string', enum: [...DAYS] }, hour: { type: 'integer', minimum: 0, maximum: 23 } },
    required: ['day', 'hour'],
    additionalProperties: false,
  }),
  check: (value, { from = 0 }) =>
    isJsonObject(value) && Number(value['hour']) < from
      ? [{ code: 'early', message: `Not before ${from} o’clock.` }]
      : [],
  describeOptions: ({ from }) => ({ from: from ?? 0 }),
});

/** A time of the week, on a class. */
export const WeeklySlotField = (options: WeeklySlotOptions & FieldOptions = {}) =>
  fieldDecorator<WeeklySlot | null, WeeklySlotOptions>(weeklySlotKind, options);

/** A time of the week, in a stream. */
export const weeklySlot = (options: WeeklySlotOptions = {}) =>
  block<WeeklySlot | null, WeeklySlotOptions>(weeklySlotKind, options);
