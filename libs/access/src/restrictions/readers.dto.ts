import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

const MAX_ID = 2_147_483_647;

/** Kinds of view restrictions, as bodies name them. */
export const RESTRICTION_KINDS = ['login', 'groups', 'password'] as const;

/** Which readers a restriction is for, whatever it restricts. */
export class ReadersDto {
  @ApiPropertyOptional({ type: [Number], description: 'Of `groups`: their ids.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  groups?: number[];

  @ApiPropertyOptional({ description: 'Of `password`. Absent: as it is.', minLength: 8, maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(8, 200)
  password?: string;
}
