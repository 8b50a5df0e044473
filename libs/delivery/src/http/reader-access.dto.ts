import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_ID } from '@pipit/content-types';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

/** A password, and what it is tried at: one of the others. */
export class PasswordOfReaderDto {
  @ApiPropertyOptional({ example: '/members/minutes/', description: 'A page, by its path on this site.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  html_path?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'A page, by its id.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  page?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'A collection.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  collection?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'An image: the collection it lies in.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  image?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'A document: the collection it lies in.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  document?: number;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  password!: string;
}

/** What opens private things: sent as `X-Reader-Token` with requests for content, or as `reader` with those for files. */
export class ReaderTokenDto {
  @ApiProperty() token!: string;
  @ApiProperty({ type: String, format: 'date-time' }) expires_at!: string;
}

/** What keeps a reader from a page. */
export class PageLocksDto {
  @ApiProperty({
    enum: ['login', 'groups', 'password'],
    isArray: true,
    description: 'What it still asks for, the nearest first; none for a reader who may read it.',
  })
  asks!: readonly string[];
}
