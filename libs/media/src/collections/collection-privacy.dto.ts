import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RestrictionKind } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator'; // prettier-ignore

const KINDS = ['login', 'groups', 'password'] as const;

/** What may be changed about a collection. */
export class EditCollectionDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) name?: string;
  @ApiPropertyOptional({ description: 'Moves it there' }) @IsOptional() @IsInt() @Min(1) @Max(MAX_ID) parentId?: number;
}

/** Who may read what is in a collection and below it. */
export class RestrictCollectionDto {
  @ApiProperty({ enum: [...KINDS, 'public'], description: '`public`: no restriction of its own' })
  @IsIn([...KINDS, 'public'])
  kind!: RestrictionKind | 'public';

  @ApiPropertyOptional({ type: [Number], description: 'Of `groups`: their ids.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  groups?: number[];

  @ApiPropertyOptional({ description: 'Of `password`. Absent: as it is.', minLength: 8, maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(8, 200)
  password?: string;
}

/** Something with a name: a group, a collection. */
export class NamedDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** One restriction that covers a collection. */
export class CollectionRestrictionDto {
  @ApiProperty({ enum: KINDS }) kind!: RestrictionKind;
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
