import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { BaseVersionDto } from '../versions/base-version.dto.js';

/** Part of an image that crops keep: centre and size, in pixels of the original. */
export class FocalPointDto {
  @ApiProperty() @IsNumber() x!: number;
  @ApiProperty() @IsNumber() y!: number;
  @ApiProperty() @IsNumber() width!: number;
  @ApiProperty() @IsNumber() height!: number;
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
}

/** Somebody, as rows mention them. */
export class PersonRef {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
}

/** An image as the management API answers it. */
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
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty() collectionId!: number;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: PersonRef, nullable: true }) uploadedBy!: PersonRef | null;
  @ApiProperty({ type: 'integer', description: 'Counts changes: say it as `baseVersion`' }) version!: number;
  @ApiProperty() inTrash!: boolean;
  @ApiProperty({ type: String, nullable: true }) deletedAt!: string | null;
}

/** A page of images. */
export class ImageList {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [ImageRow] }) items!: ImageRow[];
}
