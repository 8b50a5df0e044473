import { ApiProperty } from '@nestjs/swagger';

/** How many things have a value. */
export class FacetCountDto {
  @ApiProperty({ description: 'What the filter of that name takes' }) value!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** Counts by what a list can be narrowed by; each as if the list were not narrowed by the facet itself. */
export class MediaFacetsDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [FacetCountDto], description: 'In the collection and below it' }) collection!: FacetCountDto[];
  @ApiProperty({ type: [FacetCountDto], description: 'The most frequent ones' }) tag!: FacetCountDto[];
  @ApiProperty({ type: [FacetCountDto] }) mimeType!: FacetCountDto[];
  @ApiProperty({ type: [FacetCountDto] }) uploadedById!: FacetCountDto[];
  @ApiProperty({ type: 'integer', description: 'Nothing points at them' }) unused!: number;
}

/** The same of images. */
export class ImageFacetsDto extends MediaFacetsDto {
  @ApiProperty({ type: [FacetCountDto] }) orientation!: FacetCountDto[];
  @ApiProperty({ type: [FacetCountDto] }) rights!: FacetCountDto[];
  @ApiProperty({ type: 'integer', description: 'Neither decorative nor described' }) missingAlt!: number;
}

/** The same of documents. */
export class DocumentFacetsDto extends MediaFacetsDto {
  @ApiProperty({ type: [FacetCountDto] }) mediaKind!: FacetCountDto[];
}
