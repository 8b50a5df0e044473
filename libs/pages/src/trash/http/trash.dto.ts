import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PagingQueryDto } from '@pipit/access';
import { UsageListDto } from '@pipit/references';
import { PersonDto } from '../../http/page-row.dto.js';

/** Where a deleted page stood. */
export class FormerParentDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'False while it is in the trash too.' }) isThere!: boolean;
}

/** What the caller may do with a deleted page. */
export class TrashPermissionsDto {
  @ApiProperty() restore!: boolean;
  @ApiProperty({ description: 'Delete it for good.' }) purge!: boolean;
}

/** A deleted page with all that was below it. */
export class TrashRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
  @ApiProperty() type!: string;
  @ApiProperty() typeLabel!: string;
  @ApiProperty({ type: String, nullable: true }) icon!: string | null;
  @ApiProperty({ example: 'en' }) locale!: string;
  @ApiProperty({ type: 'integer', description: 'The page and all below it.' }) pages!: number;
  @ApiProperty({ type: String, format: 'date-time' }) deletedAt!: string;
  @ApiProperty({ type: PersonDto, nullable: true }) deletedBy!: PersonDto | null;
  @ApiProperty({ type: FormerParentDto, nullable: true, description: 'Null when it is gone for good.' })
  formerParent!: FormerParentDto | null;
  @ApiProperty({ type: TrashPermissionsDto }) can!: TrashPermissionsDto;
}

/** A part of what is in the trash. */
export class TrashListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [TrashRowDto] }) items!: TrashRowDto[];
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days after which it goes for good by itself.' })
  keepDays!: number | null;
}

/** A deleted page, and what is lost with it. */
export class TrashDetailDto extends TrashRowDto {
  @ApiProperty({ type: UsageListDto, description: 'What points at it or below it.' }) usage!: UsageListDto;
  @ApiProperty({ type: [String], description: 'Where redirects made by hand start from that lead there.' })
  redirects!: readonly string[];
}

/** Which deleted pages. */
export class TrashQueryDto extends PagingQueryDto {
  @ApiPropertyOptional({ description: 'Words of the title of a page in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

/** What is to go for good. */
export class PurgeTrashDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: '0: everything.' })
  @IsInt()
  @Min(0)
  @Max(36_500)
  olderThanDays!: number;

  @ApiPropertyOptional({ default: false, description: 'Even what content elsewhere points at.' })
  @IsOptional()
  @IsBoolean()
  force?: boolean;
}

/** What stayed in the trash. */
export class KeptInTrashDto {
  @ApiProperty() title!: string;
  @ApiProperty() reason!: string;
}

/** What went for good. */
export class PurgedTrashDto {
  @ApiProperty({ type: 'integer' }) pages!: number;
  @ApiProperty({ type: [KeptInTrashDto] }) kept!: readonly KeptInTrashDto[];
}
