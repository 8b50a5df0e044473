import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AsGiven } from '@pipit/access';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { MergedWorkDto, PlansDto, ResolutionDto } from '@pipit/revisions';
import { ROOT_ID } from '../page.entity.js';
import { RestrictionDto } from '../privacy/privacy.dto.js';
import { PAGE_ORDERS, type PageOrder } from '../queries/page-orders.js';
import { PageTranslationDto, SharedFieldsDto } from './page-translation.dto.js';
import type { PageState } from '../queries/page-row.js';

const STATES = ['draft', 'live', 'live-changed', 'scheduled', 'expired'] as const;
const FIELDS = { type: 'object', additionalProperties: true } as const;

/** A person, as lists show them. */
export class PersonDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** What the caller may do with a page. */
export class PagePermissionsDto {
  @ApiProperty({ description: 'See what it says, its versions and its history.' }) read!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() publish!: boolean;
  @ApiProperty() unpublish!: boolean;
  @ApiProperty() schedule!: boolean;
  @ApiProperty() privacy!: boolean;
  @ApiProperty() addChild!: boolean;
  @ApiProperty() move!: boolean;
  @ApiProperty({ description: 'Given the right to add pages where the translation is to stand.' }) translate!: boolean;
  @ApiProperty() delete!: boolean;
  @ApiProperty() lock!: boolean;
  @ApiProperty() unlock!: boolean;
  @ApiProperty() copy!: boolean;
  @ApiProperty({ description: 'Make a mirror a page of its own.' }) convertAlias!: boolean;
  @ApiProperty({ description: 'Put its children into another order.' }) reorder!: boolean;
}

/** Who keeps others from changing a page. */
export class PageLockDto {
  @ApiProperty({ type: PersonDto, nullable: true, description: 'Null when the account is gone.' })
  by!: PersonDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) at!: string | null;
  @ApiProperty({ description: 'It keeps the caller out too.' }) holds!: boolean;
}

/** A page in a list; titles are those of the latest draft. */
export class PageRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty({ example: 'blog.BlogPage' }) type!: string;
  @ApiProperty() typeLabel!: string;
  @ApiProperty({ type: String, nullable: true }) icon!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty() slug!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Below its site’s root.' }) urlPath!: string | null;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ example: 'en' }) locale!: string;
  @ApiProperty({ enum: STATES }) state!: PageState;
  @ApiProperty() live!: boolean;
  @ApiProperty() hasUnpublishedChanges!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) parentId!: number | null;
  @ApiProperty({ type: 'integer' }) depth!: number;
  @ApiProperty({ type: 'integer' }) childCount!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firstPublishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastPublishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt!: string | null;
  @ApiProperty({ type: PersonDto, nullable: true }) updatedBy!: PersonDto | null;
  @ApiProperty() locked!: boolean;
  @ApiProperty({ type: PageLockDto, nullable: true }) lock!: PageLockDto | null;
  @ApiProperty({ type: PlansDto, nullable: true, description: 'What is planned, or could not be done at its time.' })
  schedule!: PlansDto | null;
  @ApiProperty({ type: () => AncestorDto, nullable: true, description: 'The page it mirrors.' })
  aliasOf!: AncestorDto | null;
  @ApiProperty({ type: PagePermissionsDto }) can!: PagePermissionsDto;
}

/** A list of pages. */
export class PageListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [PageRowDto] }) items!: PageRowDto[];
  @ApiProperty({ enum: PAGE_ORDERS, description: 'The order they are in.' }) order!: PageOrder;
}

/** A page above another. */
export class AncestorDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
}

/** The pages above one, from the top down. */
export class AncestorListDto {
  @ApiProperty({ type: [AncestorDto] }) items!: AncestorDto[];
}

/** A page with its draft. */
export class PageDetailDto extends PageRowDto {
  @ApiProperty({ ...FIELDS, description: 'Values of the latest draft, base fields included.' }) fields!: JsonObject;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Base of the next write.' }) revisionId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) liveRevisionId!: number | null;
  @ApiProperty({ type: [AncestorDto] }) ancestors!: AncestorDto[];
  @ApiProperty({ type: [String], description: 'Types the caller may create below.' }) childTypes!: string[];
  @ApiProperty({ type: RestrictionDto, nullable: true, description: 'The nearest restriction that covers it.' })
  privacy!: RestrictionDto | null;
  @ApiProperty({ ...FIELDS, nullable: true, description: 'What is public while the draft is ahead of it.' })
  liveFields!: JsonObject | null;
  @ApiProperty({ type: [PageTranslationDto], description: 'The page in all its languages, itself included.' })
  translations!: PageTranslationDto[];
  @ApiProperty({ type: SharedFieldsDto, nullable: true, description: 'Fields that another translation owns.' })
  shared!: SharedFieldsDto | null;
}

/** Filters of a list of pages. */
export class PageListQueryDto {
  @ApiPropertyOptional({ description: 'Id of the parent, or `root` for the top pages.' })
  @IsOptional()
  @Matches(/^(root|[1-9]\d{0,8}|1\d{9}|20\d{8})$/)
  parent?: string;

  @ApiPropertyOptional({ description: 'Words of the title or the address.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ description: 'Names of types, separated by commas.', example: 'blog.BlogPage' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  type?: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: PageState;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  locale?: string;

  @ApiPropertyOptional({ type: String, description: 'Ids, separated by commas.', example: '3,7' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => String(value).split(',').filter(Boolean).map(Number))
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  ids?: number[];

  @ApiPropertyOptional({
    enum: PAGE_ORDERS,
    description: 'Default: `tree`, for the children of one page what its type says (`childOrder`).',
  })
  @IsOptional()
  @IsIn(PAGE_ORDERS)
  order?: PageOrder;

  @ApiPropertyOptional({ type: 'integer', default: 50, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ type: 'integer', default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_ID)
  offset?: number;
}

/** The types a list is asked for, as the query names them. */
export function typesOf(type: PageListQueryDto['type']): { types?: string[] } {
  return type === undefined ? {} : { types: type.split(',') };
}

/** The page whose children are asked for. */
export function parentIdOf(parent: PageListQueryDto['parent']): number | undefined {
  if (parent === undefined) return undefined;
  return parent === 'root' ? ROOT_ID : Number(parent);
}

/** A page to be created. */
export class CreatePageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId!: number;

  @ApiProperty({ example: 'blog.BlogPage' })
  @IsString()
  @MaxLength(255)
  type!: string;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  locale?: string;

  @ApiProperty({ ...FIELDS, description: 'Fields by name. The slug comes from the title when absent.' })
  @IsObject()
  @AsGiven()
  fields!: JsonObject;

  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

/** New values for a page. */
export class EditPageDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The revision the caller started from.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;

  @ApiProperty({ ...FIELDS, description: 'The changed fields only.' })
  @IsObject()
  @AsGiven()
  fields!: JsonObject;

  @ApiPropertyOptional({ description: 'Goes live in the same transaction.' })
  @IsOptional()
  @IsBoolean()
  publish?: boolean;

  @ApiPropertyOptional({ type: ResolutionDto, description: 'What you decided after a conflict.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResolutionDto)
  resolve?: ResolutionDto;
}

/** The page after an edit. */
export class EditedPageDto extends PageDetailDto {
  @ApiProperty({ type: MergedWorkDto, nullable: true, description: 'Null when nobody else had changed anything.' })
  merged!: MergedWorkDto | null;
}

/** Which draft goes live. */
export class PublishPageDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'The revision the caller looked at.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;
}

/** Where a page is to stand. */
export class MovePageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId!: number;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'The sibling behind it; null puts it last.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  before?: number | null;
}

/** Where a deleted page is to stand, when its former parent is gone. */
export class RestorePageDto {
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  parentId?: number;
}

/** Which earlier state comes back. */
export class RevertPageDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  revisionId!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  baseRevisionId!: number | null;

  @ApiPropertyOptional({
    type: [String],
    description: 'Only these fields, or parts of fields by pointers with ids for positions. Left out: all.',
    example: ['title', '/body/0190f1c2-0000-7000-8000-000000000001'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  fields?: string[];
}

/** How much went to the trash. */
export class DeletedPagesDto {
  @ApiProperty({ type: 'integer', description: 'The page and all below it.' }) pages!: number;
}

/** A revision in a page's history. */
export class PageRevisionDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: PersonDto, nullable: true }) user!: PersonDto | null;
  @ApiProperty() isLatest!: boolean;
  @ApiProperty() isLive!: boolean;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What an editor called it.' }) name!: string | null;
  @ApiProperty({ type: [String], description: 'Fields that differ from the version before.' }) changedFields!: string[];
}

/** A page's history. */
export class PageRevisionListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [PageRevisionDto] }) items!: PageRevisionDto[];
}

/** One revision with its values. */
export class PageRevisionDetailDto extends PageRevisionDto {
  @ApiProperty(FIELDS) fields!: JsonObject;
}

/** A place that points at the page. */
export class UsageDto {
  @ApiProperty() sourceType!: string;
  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }] }) sourceId!: number | string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: 'In what readers see.' }) live!: boolean;
}

/** All places that point at the page. */
export class UsageListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [UsageDto] }) items!: UsageDto[];
}

/** A line of the audit log. */
export class HistoryEntryDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ example: 'page.publish' }) action!: string;
  @ApiProperty({ type: PersonDto, nullable: true }) user!: PersonDto | null;
  @ApiProperty({ type: 'integer', nullable: true }) revisionId!: number | null;
  @ApiProperty(FIELDS) data!: Record<string, unknown>;
}

/** What happened to a page. */
export class HistoryListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [HistoryEntryDto] }) items!: HistoryEntryDto[];
}
