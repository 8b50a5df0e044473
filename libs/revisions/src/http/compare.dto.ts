import { ApiProperty } from '@nestjs/swagger';
import { parseId } from '@pipit/access';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { MemberDifferenceDto } from './difference.dto.js';
import { RevisionAuthorDto } from './revision-author.dto.js';

/** A version by its id, or by what it is now. */
export type VersionName = number | 'live' | 'draft' | 'working-copy';

const NAMED = ['live', 'draft', 'working-copy'] as const;
const VERSION = {
  type: String,
  description: 'Id of a version, or `live`, `draft` (the latest), `working-copy` (your unsaved work).',
} as const;

/** Which two versions are compared. */
export class CompareQueryDto {
  @ApiProperty({ ...VERSION, example: '12' }) @Matches(/^(\d{1,10}|live|draft|working-copy)$/) from!: string;
  @ApiProperty({ ...VERSION, example: 'draft' }) @Matches(/^(\d{1,10}|live|draft|working-copy)$/) to!: string;
}

/** The version a request names; null for ids that cannot be. */
export function versionName(text: string): VersionName | null {
  return NAMED.find((name) => name === text) ?? parseId(text);
}

/** One of two versions that were compared. */
export class ComparedVersionDto {
  @ApiProperty({ enum: ['revision', ...NAMED] }) kind!: 'revision' | (typeof NAMED)[number];
  @ApiProperty({ type: 'integer', nullable: true }) revisionId!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) createdAt!: Date | null;
  @ApiProperty({ type: RevisionAuthorDto, nullable: true }) user!: RevisionAuthorDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'What an editor called it.' }) name!: string | null;
}

/** What differs between two versions. */
export class ComparisonDto {
  @ApiProperty({ type: ComparedVersionDto }) from!: ComparedVersionDto;
  @ApiProperty({ type: ComparedVersionDto }) to!: ComparedVersionDto;
  @ApiProperty({ type: [MemberDifferenceDto], description: 'The fields that differ, as they stand in the form.' })
  fields!: MemberDifferenceDto[];
}

/** What a version is to be called. */
export class NameRevisionDto {
  @ApiProperty({ type: String, nullable: true, maxLength: 120, description: 'Null takes the name away.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  name!: string | null;
}
