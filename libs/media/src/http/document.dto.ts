import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { tagNamesOf } from '@pipit/tags';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { Document } from '../document.entity.js';
import { documentUrl } from '../media-url.js';
import { BaseVersionDto } from '../versions/base-version.dto.js';

/** What may be changed about a document. */
export class EditDocumentDto extends BaseVersionDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) title?: string;

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
  const { id, uuid, title, fileName, fileSize, mimeType, collectionId } = document;
  return {
    id,
    uuid,
    title,
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
