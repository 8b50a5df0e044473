import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { RightsState } from '../facets/facet-filter.js';
import { RIGHTS_STATES } from '../facets/facet-filter.js';
import { IsCrops } from '../crops/is-crops.js';
import { BaseVersionDto } from '../versions/base-version.dto.js';

/** Part of an image that crops keep: centre and size, in pixels of the original. */
export class FocalPointDto {
  @ApiProperty() @IsNumber() x!: number;
  @ApiProperty() @IsNumber() y!: number;
  @ApiProperty() @IsNumber() width!: number;
  @ApiProperty() @IsNumber() height!: number;
}

/** A part of an image, in pixels as it is seen. */
export class CropDto {
  @ApiProperty() @IsNumber() x!: number;
  @ApiProperty() @IsNumber() y!: number;
  @ApiProperty() @IsNumber() width!: number;
  @ApiProperty() @IsNumber() height!: number;
}

/** What the file says about itself. */
export class EmbeddedMetadataDto {
  @ApiPropertyOptional() camera?: string;
  @ApiPropertyOptional({ description: "By the camera's clock, without time zone" }) takenAt?: string;
  @ApiPropertyOptional() caption?: string;
  @ApiPropertyOptional() creator?: string;
  @ApiPropertyOptional() copyright?: string;
  @ApiPropertyOptional({ type: [String] }) keywords?: readonly string[];
}

/** What may be changed about an image. */
export class EditImageDto extends BaseVersionDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) title?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) alt?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) description?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  tags?: string[];

  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) collectionId?: number;

  @ApiPropertyOptional({ type: FocalPointDto, nullable: true })
  @ValidateIf(({ focalPoint }: EditImageDto) => focalPoint !== undefined && focalPoint !== null)
  @ValidateNested()
  @Type(() => FocalPointDto)
  focalPoint?: FocalPointDto | null;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { allOf: [{ $ref: '#/components/schemas/CropDto' }], nullable: true },
    description: 'Those named are set, null takes one away, all others stay',
  })
  @IsOptional()
  @IsObject()
  @IsCrops()
  crops?: Record<string, CropDto | null>;

  @ApiPropertyOptional() @IsOptional() @IsBoolean() decorative?: boolean;
  @ApiPropertyOptional({ description: 'Who is to be named' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  credit?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) rights?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @ValidateIf(({ rightsExpireAt }: EditImageDto) => rightsExpireAt !== undefined && rightsExpireAt !== null)
  @IsISO8601({ strict: true })
  rightsExpireAt?: string | null;
}

/** Somebody, as rows mention them. */
export class PersonRef {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
}

/** An image as the management API answers it. */
@ApiExtraModels(CropDto)
export class ImageRow {
  @ApiProperty() id!: number;
  @ApiProperty() uuid!: string;
  @ApiProperty() title!: string;
  @ApiProperty() alt!: string;
  @ApiProperty() width!: number;
  @ApiProperty() height!: number;
  @ApiProperty({ description: 'Bytes' }) fileSize!: number;
  @ApiProperty() mimeType!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ description: 'The original' }) url!: string;
  @ApiProperty({ type: String, nullable: true, description: 'At most 400 pixels; null when the file is missing' })
  thumbnailUrl!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'At most 1200 pixels' })
  previewUrl!: string | null;
  @ApiProperty({ type: FocalPointDto, nullable: true }) focalPoint!: FocalPointDto | null;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/CropDto' } })
  crops!: Readonly<Record<string, CropDto>>;
  @ApiProperty({ description: 'The default text of readers who cannot see it, where it is not decorative' })
  description!: string;
  @ApiProperty() decorative!: boolean;
  @ApiProperty() credit!: string;
  @ApiProperty() rights!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) rightsExpireAt!: string | null;
  @ApiProperty({ enum: RIGHTS_STATES }) rightsState!: RightsState;
  @ApiProperty({ type: String, nullable: true, description: '`#rrggbb`' }) dominantColor!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A data URI of a few pixels' }) placeholder!: string | null;
  @ApiProperty({ description: 'It moves' }) animated!: boolean;
  @ApiProperty({ type: EmbeddedMetadataDto }) metadata!: EmbeddedMetadataDto;
  @ApiProperty({ description: 'SHA-1, hexadecimal; empty when the file is missing' }) fileHash!: string;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty() collectionId!: number;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: PersonRef, nullable: true }) uploadedBy!: PersonRef | null;
  @ApiProperty({ type: 'integer', description: 'Counts changes: say it as `baseVersion`' }) version!: number;
  @ApiProperty() inTrash!: boolean;
  @ApiProperty({ type: String, nullable: true }) deletedAt!: string | null;
}

/** An image that has the same file as another. */
export class DuplicateImage {
  @ApiProperty() id!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) thumbnailUrl!: string | null;
}

/** A new image, and those among what one sees that have the same file. */
export class UploadedImageRow extends ImageRow {
  @ApiProperty({ type: [DuplicateImage] }) duplicates!: DuplicateImage[];
}

/** A page of images. */
export class ImageList {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [ImageRow] }) items!: ImageRow[];
}
