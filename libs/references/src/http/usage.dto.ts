import { ApiProperty } from '@nestjs/swagger';
import type { EntityId } from '@pipit/content-types';

/** Something that uses a thing. */
export class UseDto {
  @ApiProperty({ description: '`page` or the name of a type' }) sourceType!: string;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }] }) sourceId!: EntityId;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'Readers see it; false when only a draft holds it.' }) live!: boolean;
  @ApiProperty({ description: 'The latest draft holds it.' }) draft!: boolean;
  @ApiProperty() inTrash!: boolean;
  @ApiProperty({ type: [String], description: 'Where in its fields, as JSON pointers; the first few.' })
  places!: readonly string[];
}

/** All that uses a thing. */
export class UsageListDto {
  @ApiProperty({ type: 'integer', description: 'Those the caller may see.' }) total!: number;
  @ApiProperty({ type: 'integer', description: 'Further ones, which the caller may not see.' }) hidden!: number;
  @ApiProperty({ type: [UseDto] }) items!: UseDto[];
}
