import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** A new collection. */
export class CreateCollectionDto {
  @ApiProperty() @IsString() @MaxLength(1000) name!: string;
  @ApiPropertyOptional({ description: 'Default: the root' }) @IsOptional() @IsInt() @Min(1) parentId?: number;
}

/** A collection with what is directly in it. */
export class CollectionRowDto {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: Number, nullable: true }) parentId!: number | null;
  @ApiProperty() depth!: number;
  @ApiProperty() imageCount!: number;
  @ApiProperty() documentCount!: number;
}

/** All collections in tree order. */
export class CollectionList {
  @ApiProperty({ type: [CollectionRowDto] }) items!: CollectionRowDto[];
}
