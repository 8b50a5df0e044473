import { programKeyOf } from '@pipit/access';
import { unauthenticated } from '@pipit/kernel';
import type { DeliveryOptions } from '../options.js';

/** Refuses whoever sends no API token, where the project asks for one. One that is sent was looked at before. */
export function requireContentKey(request: object, { requireToken }: Pick<DeliveryOptions, 'requireToken'>): void {
  if (requireToken && !programKeyOf(request)) throw unauthenticated('The content API asks for an API token here.');
}
