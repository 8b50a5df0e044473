import { Transform } from 'class-transformer';

/**
 * For members of a body that hold free JSON: they reach the action as they were sent. The transformer would copy them
 * and leave out names that every object has, such as `toString`.
 */
export const AsGiven = (): PropertyDecorator =>
  Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key], { toClassOnly: true });
