import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@pipit/content-types';

const KEY = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
const OPEN = { type: 'object', additionalProperties: true } as const;

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
