import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Query of the completion. */
export class FindTagsQuery {
  @ApiPropertyOptional({ description: 'What was typed so far' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** Answer of the completion. */
export class TagNames {
  @ApiProperty({ type: [String] }) items!: string[];
}
