import { ApiProperty } from '@nestjs/swagger';
import { PlansDto } from '@pipit/revisions';
import { PAGE_ORDERS, type PageOrder } from '../queries/page-orders.js';
import type { PageState } from '../queries/page-row.js';

const STATES = ['draft', 'live', 'live-changed', 'scheduled', 'expired'] as const;

/** A person, as lists show them. */
export class PersonDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** What the caller may do with a page. */
export class PagePermissionsDto {
  @ApiProperty({ description: 'See what it says, its versions and its history.' }) read!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() publish!: boolean;
  @ApiProperty() unpublish!: boolean;
  @ApiProperty() schedule!: boolean;
  @ApiProperty() privacy!: boolean;
  @ApiProperty() addChild!: boolean;
  @ApiProperty() move!: boolean;
  @ApiProperty({ description: 'Given the right to add pages where the translation is to stand.' }) translate!: boolean;
  @ApiProperty() delete!: boolean;
  @ApiProperty() lock!: boolean;
  @ApiProperty() unlock!: boolean;
  @ApiProperty() copy!: boolean;
  @ApiProperty({ description: 'Make a mirror a page of its own.' }) convertAlias!: boolean;
  @ApiProperty({ description: 'Put its children into another order.' }) reorder!: boolean;
}

/** Who keeps others from changing a page. */
export class PageLockDto {
  @ApiProperty({ type: PersonDto, nullable: true, description: 'Null when the account is gone.' })
  by!: PersonDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at!: string | null;
  @ApiProperty({ description: 'It keeps the caller out too.' }) holds!: boolean;
}

/** A page in a list; titles are those of the latest draft. */
export class PageRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty({ example: 'blog.BlogPage' }) type!: string;
  @ApiProperty() typeLabel!: string;
  @ApiProperty({ type: String, nullable: true }) icon!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty() slug!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Below its site’s root.' }) urlPath!: string | null;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ example: 'en' }) locale!: string;
  @ApiProperty({ enum: STATES }) state!: PageState;
  @ApiProperty() live!: boolean;
  @ApiProperty() hasUnpublishedChanges!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) parentId!: number | null;
  @ApiProperty({ type: 'integer' }) depth!: number;
  @ApiProperty({ type: 'integer' }) childCount!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firstPublishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastPublishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt!: string | null;
  @ApiProperty({ type: PersonDto, nullable: true }) updatedBy!: PersonDto | null;
  @ApiProperty() locked!: boolean;
  @ApiProperty({ type: PageLockDto, nullable: true }) lock!: PageLockDto | null;
  @ApiProperty({ type: PlansDto, nullable: true, description: 'What is planned, or could not be done at its time.' })
  schedule!: PlansDto | null;
  @ApiProperty({ type: () => AncestorDto, nullable: true, description: 'The page it mirrors.' })
  aliasOf!: AncestorDto | null;
  @ApiProperty({ type: PagePermissionsDto }) can!: PagePermissionsDto;
}

/** A list of pages. */
export class PageListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [PageRowDto] }) items!: PageRowDto[];
  @ApiProperty({ enum: PAGE_ORDERS, description: 'The order they are in.' }) order!: PageOrder;
}

/** A page above another. */
export class AncestorDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
}

/** The pages above one, from the top down. */
export class AncestorListDto {
  @ApiProperty({ type: [AncestorDto] }) items!: AncestorDto[];
}
