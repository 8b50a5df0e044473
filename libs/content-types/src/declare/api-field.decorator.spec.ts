import { AddressField, ApiField, OwnerField, RenditionField } from './api-field.decorator.js';
import { computedApiFieldsOf } from './declaration-store.js';

class Link {
  link_page!: unknown;
  link_external!: string;
  image!: unknown;
  @AddressField({ of: ['link_page', 'link_external'] }) link!: unknown;
  @OwnerField() page!: unknown;
  @RenditionField('max-30x30', { source: 'image' }) thumb!: unknown;
  @ApiField({ loads: ['image'], name: 'shout' }) loud(): string {
    return this.link_external.toUpperCase();
  }
}

describe('computed fields of the content API', () => {
  it('are noted with what they need', () => {
    expect(computedApiFieldsOf(Link)).toEqual([
      { name: 'link', source: { type: 'address', fields: ['link_page', 'link_external'] } },
      { name: 'page', source: { type: 'owner' } },
      { name: 'thumb', source: { type: 'rendition', spec: 'max-30x30', imageField: 'image' } },
      { name: 'shout', source: { type: 'member', property: 'loud', loads: ['image'] } },
    ]);
  });
});
