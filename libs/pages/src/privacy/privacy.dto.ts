import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { RESTRICTION_KINDS, ReadersDto, type RestrictionKind } from '@pipit/access';

/** Who may read a page and all below it. */
export class RestrictPageDto extends ReadersDto {
  @ApiProperty({ enum: RESTRICTION_KINDS })
  @IsIn(RESTRICTION_KINDS)
  kind!: RestrictionKind;
}

/** A group. */
export class GroupNameDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** A page that brings a restriction. */
export class PrivacySourceDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
}

/** One restriction that covers a page. */
export class RestrictionDto {
  @ApiProperty({ enum: RESTRICTION_KINDS }) kind!: RestrictionKind;
  @ApiProperty({ type: [GroupNameDto], description: 'Of `groups`: who may read it.' }) groups!: readonly GroupNameDto[];
  @ApiProperty({ type: PrivacySourceDto, nullable: true, description: 'The page above that brings it.' })
  inheritedFrom!: PrivacySourceDto | null;
}

/** Who may read a page: whoever passes all of these. */
export class PagePrivacyDto {
  @ApiProperty({ type: [RestrictionDto], description: 'Its own first, then from the nearest page above upwards.' })
  restrictions!: readonly RestrictionDto[];
  @ApiProperty({ type: [GroupNameDto], description: 'Groups it can be shown to.' })
  availableGroups!: readonly GroupNameDto[];
}
