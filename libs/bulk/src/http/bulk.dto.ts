import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsGiven, PagingQueryDto } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { MAX_SUBJECTS } from '../actions/start-bulk.action.js';
import { BULK_ITEM_STATES, type BulkItemState } from '../bulk-item.entity.js';
import { BULK_STATES, type BulkState } from '../bulk-operation.entity.js';

const OPEN = { type: 'object', additionalProperties: true } as const;

/** An operation on many things. */
export class StartBulkDto {
  @ApiProperty({ example: 'page.publish', description: 'What is to be done.' })
  @IsString()
  @MaxLength(100)
  kind!: string;

  @ApiPropertyOptional({ type: [String], description: 'To what: ids. Either these or `query`.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SUBJECTS)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  ids?: string[];

  @ApiPropertyOptional({ ...OPEN, description: 'To all that match: filters of the things’ list.' })
  @IsOptional()
  @IsObject()
  @AsGiven()
  query?: JsonObject;

  @ApiPropertyOptional({ ...OPEN, description: 'By kind: `page.move` takes `{parentId}`.' })
  @IsOptional()
  @IsObject()
  @AsGiven()
  arguments?: JsonObject;
}

/** Who asked. */
export class BulkAskerDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** An operation and how far it is. */
export class BulkOperationDto {
  @ApiProperty({ format: 'uuid', description: 'Request id of its audit entries, too.' }) id!: string;
  @ApiProperty({ example: 'page.publish' }) kind!: string;
  @ApiProperty({ example: 'Publish pages' }) label!: string;
  @ApiProperty(OPEN) arguments!: JsonObject;
  @ApiProperty({ enum: BULK_STATES }) state!: BulkState;
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: BulkAskerDto }) user!: BulkAskerDto;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: Date | null;
}

/** Operations, latest first. */
export class BulkOperationListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [BulkOperationDto] }) items!: readonly BulkOperationDto[];
}

/** How one thing fared. */
export class BulkItemResultDto {
  @ApiProperty() id!: string;
  @ApiProperty({ description: 'What it was called when the operation was asked for.' }) title!: string;
  @ApiProperty({ enum: BULK_ITEM_STATES }) state!: BulkItemState;
  @ApiProperty({ ...OPEN, nullable: true, description: 'Why not: problem details (RFC 9457).' })
  problem!: JsonObject | null;
}

/** How the things fared, in the order they are done. */
export class BulkItemResultListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [BulkItemResultDto] }) items!: readonly BulkItemResultDto[];
}

/** Which results. */
export class BulkResultQueryDto extends PagingQueryDto {
  @ApiPropertyOptional({ enum: BULK_ITEM_STATES })
  @IsOptional()
  @IsIn(BULK_ITEM_STATES)
  state?: BulkItemState;
}
