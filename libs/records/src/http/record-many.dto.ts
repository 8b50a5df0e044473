import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsGiven } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';

const KEY = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
const OPEN = { type: 'object', additionalProperties: true } as const;

/** An action on many rows. */
export class BulkDto {
  @ApiProperty({ description: 'One of the actions the type’s list offers.', example: 'delete' })
  @IsString()
  @MaxLength(100)
  action!: string;
  @ApiProperty({
    description: 'Ids, or `{query}` with the parameters of a list: all rows that match, at most 10,000.',
    oneOf: [
      { type: 'array', items: KEY, maxItems: 10_000 },
      { type: 'object', properties: { query: OPEN }, required: ['query'], additionalProperties: false },
    ],
  })
  @IsDefined()
  @AsGiven()
  ids!: unknown;
  @ApiPropertyOptional({ ...OPEN, description: 'By action; `edit` takes `{fields}`.' })
  @IsOptional()
  @IsObject()
  @AsGiven()
  arguments?: JsonObject;
}

/** How one row fared. */
export class BulkResultDto {
  @ApiProperty(KEY) id!: number | string;
  @ApiProperty() ok!: boolean;
  @ApiPropertyOptional({ ...OPEN, description: 'Why not: problem details (RFC 9457).' })
  problem?: Record<string, unknown>;
}

/** How all rows fared, in their order. */
export class BulkResultListDto {
  @ApiProperty({ type: [BulkResultDto] }) results!: BulkResultDto[];
}

/** What is wrong with one row of a file. */
export class ImportFaultDto {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet numbers it: the heading is row 1.' }) row!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null for the row as a whole.' }) field!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

/** What an import did, or would do. With errors nothing was kept. */
export class ImportResultDto {
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: [ImportFaultDto] }) errors!: readonly ImportFaultDto[];
}

/** Somebody who did something. */
export class RecordActorDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** What something happened to. */
export class RecordSubjectDto {
  @ApiProperty({ ...KEY, description: '0 for what concerns many.' }) id!: number | string;
  @ApiProperty({ description: 'What it was called then.' }) title!: string;
}

/** Something that happened to a row. */
export class RecordEventDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: RecordActorDto, nullable: true }) actor!: RecordActorDto | null;
  @ApiProperty({ example: 'snippet.edit' }) action!: string;
  @ApiProperty({ example: 'Edit' }) label!: string;
  @ApiProperty({ type: RecordSubjectDto }) subject!: RecordSubjectDto;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version it made or made public.' })
  revisionId!: number | null;
  @ApiProperty(OPEN) data!: JsonObject;
}

/** What happened, latest first. */
export class RecordHistoryDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RecordEventDto] }) items!: RecordEventDto[];
}
