import { ApiProperty } from '@nestjs/swagger';
import type { PageState } from '../queries/page-row.js';

const STATES = ['draft', 'live', 'live-changed', 'scheduled', 'expired'] as const;

/** A page in one of its languages. */
export class PageTranslationDto {
  @ApiProperty({ example: 'de' }) locale!: string;
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: STATES }) state!: PageState;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ description: 'The oldest, which the others are translations of; it owns the fields they share.' })
  isSource!: boolean;
  @ApiProperty({ description: 'A mirror that stands in for a translation.' }) isAlias!: boolean;
  @ApiProperty({ description: 'The source was published after it was.' }) isOutdated!: boolean;
}

/** Fields that are read-only here, as they are the same in all languages. */
export class SharedFieldsDto {
  @ApiProperty({ type: [String] }) fields!: readonly string[];
  @ApiProperty({
    type: PageTranslationDto,
    nullable: true,
    description: 'Where they are edited; null when the caller may not see it.',
  })
  source!: PageTranslationDto | null;
}
