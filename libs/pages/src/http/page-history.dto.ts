import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@pipit/content-types';
import { PersonDto } from './page-row.dto.js';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** A revision in a page's history. */
export class PageRevisionDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: PersonDto, nullable: true }) user!: PersonDto | null;
  @ApiProperty() isLatest!: boolean;
  @ApiProperty() isLive!: boolean;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What an editor called it.' }) name!: string | null;
  @ApiProperty({ type: [String], description: 'Fields that differ from the version before.' }) changedFields!: string[];
}

/** A page's history. */
export class PageRevisionListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [PageRevisionDto] }) items!: PageRevisionDto[];
}

/** One revision with its values. */
export class PageRevisionDetailDto extends PageRevisionDto {
  @ApiProperty(FIELDS) fields!: JsonObject;
}

/** A line of the audit log. */
export class HistoryEntryDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ example: 'page.publish' }) action!: string;
  @ApiProperty({ type: PersonDto, nullable: true }) user!: PersonDto | null;
  @ApiProperty({ type: 'integer', nullable: true }) revisionId!: number | null;
  @ApiProperty(FIELDS) data!: Record<string, unknown>;
}

/** What happened to a page. */
export class HistoryListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [HistoryEntryDto] }) items!: HistoryEntryDto[];
}
