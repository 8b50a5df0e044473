import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { tagNamesOf } from '@pipit/tags';
import { MAX_ID } from '@pipit/content-types';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MEDIA_KINDS, type Document, type MediaKind } from '../document.entity.js';
import { documentUrl } from '../media-url.js';
import { BaseVersionDto } from '../versions/base-version.dto.js';

/** A text track, which is a document itself. */
export class CaptionDto {
  @ApiProperty({ example: 'en' }) @Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/) language!: string;
  @ApiProperty({ example: 'English' }) @IsString() @MaxLength(100) label!: string;
  @ApiProperty({ type: 'integer', description: 'A WebVTT or SubRip file' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  documentId!: number;
}

/** What may be changed about a document. */
export class EditDocumentDto extends BaseVersionDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) title?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) description?: string;

  @ApiPropertyOptional({ description: 'Language tag of its content; empty: unknown', example: 'pt-BR' })
  @IsOptional()
  @Matches(/^$|^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)
  language?: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'An image, shown until it plays' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  posterId?: number | null;

  @ApiPropertyOptional({ type: () => [CaptionDto], description: 'Text tracks of what plays' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CaptionDto)
  captions?: CaptionDto[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  tags?: string[];

  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) collectionId?: number;
}

/** A document as the management API answers it. */
export class DocumentRow {
  @ApiProperty() id!: number;
  @ApiProperty() uuid!: string;
  @ApiProperty() title!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ description: 'Language tag; empty: unknown' }) language!: string;
  @ApiProperty({ enum: MEDIA_KINDS }) mediaKind!: MediaKind;
  @ApiProperty({ type: Number, nullable: true, description: 'Seconds it plays' }) duration!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of its picture, in pixels' }) width!: number | null;
  @ApiProperty({ type: Number, nullable: true }) height!: number | null;
  @ApiProperty({ type: Number, nullable: true }) posterId!: number | null;
  @ApiProperty({ type: [CaptionDto] }) captions!: readonly CaptionDto[];
  @ApiProperty({ description: 'SHA-1' }) fileHash!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ description: 'Bytes' }) fileSize!: number;
  @ApiProperty() mimeType!: string;
  @ApiProperty() url!: string;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty() collectionId!: number;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: 'integer', description: 'Counts changes: say it as `baseVersion`' }) version!: number;
  @ApiProperty() inTrash!: boolean;
  @ApiProperty({ type: String, nullable: true }) deletedAt!: string | null;
}

/** A page of documents. */
export class DocumentList {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [DocumentRow] }) items!: DocumentRow[];
}

/** The row of a loaded document, tags included. */
export function documentRow(document: Document): DocumentRow {
  const { id, uuid, title, description, language, mediaKind, duration, width, height, posterId, captions } = document;
  const { fileHash, fileName, fileSize, mimeType, collectionId } = document;
  return {
    id,
    uuid,
    title,
    description,
    language,
    mediaKind,
    duration,
    width,
    height,
    posterId,
    captions,
    fileHash,
    fileName,
    fileSize,
    mimeType,
    url: documentUrl(document),
    tags: tagNamesOf(document.tags),
    collectionId,
    createdAt: document.createdAt.toISOString(),
    version: document.version,
    inTrash: document.deletedAt !== null,
    deletedAt: document.deletedAt?.toISOString() ?? null,
  };
}
