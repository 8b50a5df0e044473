import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AsGiven } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PreviewWish } from '../preview-kind.js';

const FIELDS = { type: 'object', additionalProperties: true } as const;
const SAVED_SOURCES = ['draft', 'working-copy', 'revision'] as const;

/** How a preview is to look. */
class ModeDto {
  @ApiPropertyOptional({ description: 'A preview mode of the type; default its first.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  mode?: string;
}

/** Which values somebody wants to look at. */
export class PreviewDto extends ModeDto {
  @ApiPropertyOptional({
    enum: SAVED_SOURCES,
    default: 'draft',
    description: 'The latest draft, the caller’s own working copy (else the draft), or a version.',
  })
  @IsOptional()
  @IsIn(SAVED_SOURCES)
  source?: (typeof SAVED_SOURCES)[number];
  @ApiPropertyOptional({ type: 'integer', description: 'With the source `revision`.' })
  @IsOptional()
  @IsInt()
  revisionId?: number;
  @ApiPropertyOptional({
    ...FIELDS,
    description:
      'With the source `draft`: changed fields that are not saved yet. They are kept while the token is good.',
  })
  @IsOptional()
  @IsObject()
  @AsGiven()
  fields?: JsonObject;
}

/** A page to be looked at before it is created. */
export class NewPagePreviewDto extends ModeDto {
  @ApiProperty() @IsString() @MaxLength(255) type!: string;
  @ApiProperty({ type: 'integer' }) @IsInt() parentId!: number;
  @ApiProperty(FIELDS) @IsObject() @AsGiven() fields!: JsonObject;
}

/** A row to be looked at before it is created. */
export class NewRecordPreviewDto extends ModeDto {
  @ApiProperty(FIELDS) @IsObject() @AsGiven() fields!: JsonObject;
}

/** One way to look at a draft. */
export class OfferedModeDto {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
}

/** Where to look at a draft, and for how long. */
export class PreviewOfferDto {
  @ApiProperty({ description: 'The frontend’s address with the token.' }) url!: string;
  @ApiProperty({ description: 'For the content API, in the header `X-Preview-Token`.' }) token!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: string;
  @ApiProperty() mode!: string;
  @ApiProperty({ type: [OfferedModeDto] }) modes!: readonly OfferedModeDto[];
}

/** What the body asks for: posted fields are a source of their own. */
export function wishOf({ mode, source = 'draft', revisionId, fields }: PreviewDto): PreviewWish {
  return { mode, source: fields ? 'posted' : source, revisionId, fields };
}
