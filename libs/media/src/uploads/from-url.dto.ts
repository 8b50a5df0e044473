import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { ImageUploadFactsDto, UploadFactsDto } from './upload-facts.dto.js';

/** A document that is to be had elsewhere. */
export class DocumentFromUrlDto extends OmitType(UploadFactsDto, ['uploadId']) {
  @ApiProperty({ description: 'Begins with http:// or https://' }) @IsString() @MaxLength(2000) url!: string;
}

/** An image that is to be had elsewhere. */
export class ImageFromUrlDto extends OmitType(ImageUploadFactsDto, ['uploadId']) {
  @ApiProperty({ description: 'Begins with http:// or https://' }) @IsString() @MaxLength(2000) url!: string;
}
