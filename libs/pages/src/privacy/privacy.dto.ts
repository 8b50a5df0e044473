import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { RestrictionKind } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';

const KINDS = ['login', 'groups', 'password'] as const;

/** Who may read a page and all below it. */
export class RestrictPageDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: RestrictionKind;

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
  @ApiProperty({ enum: KINDS }) kind!: RestrictionKind;
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
