import { defineFieldKind, type NodeOptions } from './field-kind.js';

/** A place on Earth, in degrees of WGS 84. */
export interface GeoPoint {
  readonly lat: number;
  readonly lng: number;
}

const degrees = (limit: number) => ({ type: 'number', minimum: -limit, maximum: limit });

/** A place on Earth: `{lat, lng}` in degrees, or null. */
export const geoPointKind = defineFieldKind<NodeOptions>({
  name: 'geoPoint',
  storage: () => ({ type: 'column', column: { type: 'jsonb', nullable: true } }),
  emptyValue: () => null,
  jsonSchema: () => ({
    type: ['object', 'null'],
    properties: { lat: degrees(90), lng: degrees(180) },
    required: ['lat', 'lng'],
    additionalProperties: false,
  }),
});
