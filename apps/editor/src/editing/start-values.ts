import type { ContentType, Fields } from '../api';
import { startValue } from '../form/model/empty-value';

/** The values something new begins with. */
export const startValues = (type: Pick<ContentType, 'fields'>): Fields =>
  Object.fromEntries(type.fields.map((field) => [field.name, startValue(field)]));
