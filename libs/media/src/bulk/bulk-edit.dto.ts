import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsISO8601, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'; // prettier-ignore
import { MAX_ID } from '@pipit/content-types';

/** What may be changed about many documents. */
export class BulkEditDto {
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(MAX_ID) collectionId?: number;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  addTags?: string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  removeTags?: string[];
}

/** What may be changed about many images. */
export class BulkEditImagesDto extends BulkEditDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) credit?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) rights?: string;
  @ApiPropertyOptional({ nullable: true }) @IsOptional() @IsISO8601({ strict: true }) rightsExpireAt?: string | null;
}

/** How many things are deleted. */
export class BulkDeleteDto {
  @ApiPropertyOptional({ description: 'Even what content uses' }) @IsOptional() @IsBoolean() force?: boolean;
}

/** For operations that take nothing. */
export class NoArgumentsDto {}
