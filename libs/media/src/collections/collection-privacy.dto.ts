import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RESTRICTION_KINDS, ReadersDto, type RestrictionKind } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What may be changed about a collection. */
export class EditCollectionDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) name?: string;
  @ApiPropertyOptional({ description: 'Moves it there' }) @IsOptional() @IsInt() @Min(1) @Max(MAX_ID) parentId?: number;
}

/** Who may read what is in a collection and below it. */
export class RestrictCollectionDto extends ReadersDto {
  @ApiProperty({ enum: [...RESTRICTION_KINDS, 'public'], description: '`public`: no restriction of its own' })
  @IsIn([...RESTRICTION_KINDS, 'public'])
  kind!: RestrictionKind | 'public';
}

/** Something with a name: a group, a collection. */
export class NamedDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** One restriction that covers a collection. */
export class CollectionRestrictionDto {
  @ApiProperty({ enum: RESTRICTION_KINDS }) kind!: RestrictionKind;
  @ApiProperty({ type: [NamedDto], description: 'Of `groups`: who may read it.' }) groups!: readonly NamedDto[];
  @ApiProperty({ type: NamedDto, nullable: true, description: 'The collection above that brings it.' })
  inheritedFrom!: NamedDto | null;
}

/** Who may read a collection: whoever passes all of these. */
export class CollectionPrivacyDto {
  @ApiProperty({ type: [CollectionRestrictionDto], description: 'Its own first, then from the nearest above upwards.' })
  restrictions!: readonly CollectionRestrictionDto[];
  @ApiProperty({ type: [NamedDto], description: 'Groups it can be shown to.' })
  availableGroups!: readonly NamedDto[];
}
