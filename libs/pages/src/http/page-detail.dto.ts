import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@pipit/content-types';
import { MergedWorkDto } from '@pipit/revisions';
import { RestrictionDto } from '../privacy/privacy.dto.js';
import { PageTranslationDto, SharedFieldsDto } from './page-translation.dto.js';
import { PageRowDto, AncestorDto } from './page-row.dto.js';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** A page with its draft. */
export class PageDetailDto extends PageRowDto {
  @ApiProperty({ ...FIELDS, description: 'Values of the latest draft, base fields included.' }) fields!: JsonObject;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Base of the next write.' }) revisionId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) liveRevisionId!: number | null;
  @ApiProperty({ type: [AncestorDto] }) ancestors!: AncestorDto[];
  @ApiProperty({ type: [String], description: 'Types the caller may create below.' }) childTypes!: string[];
  @ApiProperty({ type: RestrictionDto, nullable: true, description: 'The nearest restriction that covers it.' })
  privacy!: RestrictionDto | null;
  @ApiProperty({ ...FIELDS, nullable: true, description: 'What is public while the draft is ahead of it.' })
  liveFields!: JsonObject | null;
  @ApiProperty({ type: [PageTranslationDto], description: 'The page in all its languages, itself included.' })
  translations!: PageTranslationDto[];
  @ApiProperty({ type: SharedFieldsDto, nullable: true, description: 'Fields that another translation owns.' })
  shared!: SharedFieldsDto | null;
}

/** The page after an edit. */
export class EditedPageDto extends PageDetailDto {
  @ApiProperty({ type: MergedWorkDto, nullable: true, description: 'Null when nobody else had changed anything.' })
  merged!: MergedWorkDto | null;
}
