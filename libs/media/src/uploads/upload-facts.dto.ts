import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { BaseVersionDto } from '../versions/base-version.dto.js';

/** What is said about a file while it is sent: fields of the form beside `file`, or of JSON that names an upload. */
export class UploadFactsDto {
  @ApiPropertyOptional({ description: 'A finished upload, in JSON; a form has the part `file` instead' })
  @IsOptional()
  @IsUUID()
  uploadId?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) title?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) description?: string;
  @ApiPropertyOptional({ description: 'Default: the root' }) @IsOptional() @IsInt() @Min(1) collectionId?: number;

  @ApiPropertyOptional({ type: [String], description: 'In a form: separated by commas' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  tags?: string[];
}

/** Another file for something that is there. */
export class ReplacementDto extends BaseVersionDto {
  @ApiPropertyOptional({ description: 'A finished upload, in JSON; a form has the part `file` instead' })
  @IsOptional()
  @IsUUID()
  uploadId?: string;
}

/** The same for images. */
export class ImageUploadFactsDto extends UploadFactsDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(10_000) alt?: string;
  @ApiPropertyOptional({ description: 'Default: what the file says' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  credit?: string;
  @ApiPropertyOptional({ description: 'Default: what the file says' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  rights?: string;
}
