import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { DifferenceDto, ItemDifferenceDto, MemberDifferenceDto, RunDto } from './difference.dto.js';
import { RevisionAuthorDto } from './revision-author.dto.js';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** The newest version, which the caller did not know. */
export class ConflictCurrentDto {
  @ApiPropertyOptional({ type: 'integer', description: 'Where there are revisions.' }) revisionId?: number;
  @ApiPropertyOptional({ type: 'integer', description: 'Of rows and settings.' }) version?: number;
  @ApiPropertyOptional({ type: String, format: 'date-time' }) createdAt?: string;
  @ApiPropertyOptional({ type: RevisionAuthorDto, nullable: true }) user?: RevisionAuthorDto | null;
  @ApiProperty(FIELDS) fields!: JsonObject;
}

/** What both began with. */
export class ConflictBaseDto {
  @ApiPropertyOptional({ type: 'integer', nullable: true }) revisionId?: number | null;
  @ApiProperty(FIELDS) fields!: JsonObject;
}

/** On which side a thing was removed. */
export class RemovedDto {
  @ApiProperty() mine!: boolean;
  @ApiProperty() theirs!: boolean;
}

/** Something both changed, and not to the same. */
export class ConflictPlaceDto {
  @ApiProperty({ description: 'JSON pointer into the request. What it removed is named by the list it was in.' })
  path!: string;
  @ApiProperty({ description: 'The same with ids for positions; `resolve.choices` names it.', example: '/body/0190…' })
  place!: string;
  @ApiProperty({ description: 'Only the order of the items is at odds.' }) isOrder!: boolean;
  @ApiProperty({ type: RemovedDto }) isRemoved!: RemovedDto;
  @ApiProperty({ type: DifferenceDto, nullable: true, description: 'What the request made of the base.' })
  mine!: DifferenceDto | null;
  @ApiProperty({ type: DifferenceDto, nullable: true, description: 'What others made of the base.' })
  theirs!: DifferenceDto | null;
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }] } }],
    nullable: true,
    description:
      'Both in one, to be sent as yours: texts with the words of both, lists with the entries of both. Null where there is no such thing.',
  })
  both!: string | (string | number)[] | null;
}

/** The problem document of a write that began with an older version, where it cannot be joined with the newest. */
export class EditConflictDto extends ProblemDto {
  @ApiProperty({ type: ConflictCurrentDto }) current!: ConflictCurrentDto;
  @ApiPropertyOptional({ type: ConflictBaseDto }) base?: ConflictBaseDto;
  @ApiPropertyOptional({ type: [String], description: 'JSON pointers into the request to what both changed.' })
  paths?: string[];
  @ApiPropertyOptional({ type: [ConflictPlaceDto] }) conflicts?: ConflictPlaceDto[];
  @ApiPropertyOptional({ type: [String], description: 'What others changed and the request did not.' })
  joined?: string[];
}

/** Documents that the route joins edits with what others saved, and refuses those that overlap. */
export function ApiEditConflict(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(EditConflictDto, DifferenceDto, MemberDifferenceDto, ItemDifferenceDto, RunDto),
    ApiResponse({
      status: 409,
      description:
        '`edit_conflict`: others changed the same meanwhile.\n`base_revision_gone`: the version it began with is not kept any more.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(EditConflictDto) } } },
    }),
  );
}
