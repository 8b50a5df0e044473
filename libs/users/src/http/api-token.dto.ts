import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GroupNameDto } from './user.dto.js';

/** A token in a list. */
export class ApiTokenRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'pipit_a1B2c3', description: 'Its beginning, by which people tell tokens apart.' })
  prefix!: string;
  @ApiProperty({ description: 'Opens the content API.' }) delivery!: boolean;
  @ApiProperty({ description: 'Opens it with drafts, those its maker may see.' }) preview!: boolean;
  @ApiProperty({ type: [String], description: 'What it opens of the management API.' })
  permissions!: readonly string[];
  @ApiProperty({ type: [String] }) origins!: readonly string[];
  @ApiProperty({ type: [String] }) networks!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: Date | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the secret before the present one is good; null when it is not.',
  })
  formerUntil!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Exact to a minute.' })
  lastUsedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: GroupNameDto, description: 'Who made it, and with whose rights it acts.' }) user!: GroupNameDto;
}

/** Tokens, the latest first. */
export class ApiTokenListDto {
  @ApiProperty({ type: [ApiTokenRowDto] }) items!: readonly ApiTokenRowDto[];
}

/** A token and its secret. */
export class IssuedApiTokenDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ description: 'Told once. Send it as `Authorization: Bearer pipit_…`.' }) secret!: string;
}

/** A token to be made. */
export class CreateApiTokenDto {
  @ApiProperty({ maxLength: 100, example: 'Frontend' })
  @IsString()
  @MaxLength(100)
  name!: string;

  @ApiPropertyOptional({ default: false, description: 'Opens the content API.' })
  @IsOptional()
  @IsBoolean()
  delivery?: boolean;

  @ApiPropertyOptional({ default: false, description: 'Opens it with drafts, those you may see.' })
  @IsOptional()
  @IsBoolean()
  preview?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'What it opens of the management API.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  permissions?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Pages of browsers it may be sent from. Default: any.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  origins?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Networks it may be sent from, as CIDR. Default: any.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  networks?: string[];

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Default: never.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string | null;
}

/** How long the former secret stays good. */
export class RotateApiTokenDto {
  @ApiPropertyOptional({ type: 'integer', default: 24, maximum: 720, description: 'Hours; 0: not at all.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  overlapHours?: number;
}
