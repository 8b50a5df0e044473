import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PagingQueryDto, YesOrNo } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { REDIRECT_ORDERS, type RedirectOrder } from '../queries/redirect-list.js';
import { MAX_ADDRESS_LENGTH } from '../redirect-path.js';

/** The site a redirect is for. */
export class RedirectSiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() hostname!: string;
  @ApiProperty() name!: string;
}

/** The page a redirect leads to. */
export class RedirectPageDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null when the caller may not see it.' })
  title!: string | null;
  @ApiProperty() live!: boolean;
}

/** A redirect in a list. */
export class RedirectRowDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null for a former address of a page, which `DELETE pages/:id/addresses` removes.',
  })
  id!: number | null;
  @ApiProperty({ example: '/old' }) oldPath!: string;
  @ApiProperty({ type: RedirectSiteDto, nullable: true, description: 'Null: on every site.' })
  site!: RedirectSiteDto | null;
  @ApiProperty({ type: RedirectPageDto, nullable: true }) page!: RedirectPageDto | null;
  @ApiProperty({ description: 'Appended to the page’s address.' }) pageRoutePath!: string;
  @ApiProperty({ description: 'Where to, when it is no page.' }) link!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null while the page is not live.' })
  location!: string | null;
  @ApiProperty({ description: '301, else 302.' }) isPermanent!: boolean;
  @ApiProperty({ description: 'It was not made by hand.' }) automatic!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
}

/** What the caller may do with redirects. */
export class RedirectPermissionsDto {
  @ApiProperty() add!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
}

/** A list of redirects. */
export class RedirectListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [RedirectRowDto] }) items!: RedirectRowDto[];
  @ApiProperty({ type: RedirectPermissionsDto }) can!: RedirectPermissionsDto;
}

/** Something about a redirect that is allowed and worth knowing. */
export class RedirectWarningDto {
  @ApiProperty({ example: 'live_page' }) code!: string;
  @ApiProperty() message!: string;
  @ApiProperty({ type: 'integer' }) pageId!: number;
}

/** A redirect made by hand. */
export class RedirectDetailDto extends RedirectRowDto {
  @ApiProperty({ type: 'integer' }) declare id: number;
  @ApiProperty({ type: [RedirectWarningDto] }) warnings!: readonly RedirectWarningDto[];
}

/** A redirect to be made. It leads to a page or to an address. */
export class CreateRedirectDto {
  @ApiProperty({ example: '/old', description: 'A path, or a whole address of which the path counts.' })
  @IsString()
  @MaxLength(MAX_ADDRESS_LENGTH * 2)
  oldPath!: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Null: on every site.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  siteId?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  pageId?: number | null;

  @ApiPropertyOptional({ description: 'Appended to the page’s address.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ADDRESS_LENGTH)
  pageRoutePath?: string;

  @ApiPropertyOptional({ example: 'https://example.org/new', description: 'A path on the same site or an address.' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_ADDRESS_LENGTH)
  link?: string;

  @ApiPropertyOptional({ default: true, description: '301, else 302.' })
  @IsOptional()
  @IsBoolean()
  isPermanent?: boolean;
}

/** What is to be different about a redirect. */
export class EditRedirectDto extends PartialType(CreateRedirectDto) {}

/** Which redirects, for lists and exports. */
export class RedirectFilterDto {
  @ApiPropertyOptional({ description: 'Words of the path or of the address it leads to.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ type: String, description: 'A site’s id, or `all` for those of every site.', example: 'all' })
  @IsOptional()
  @Matches(/^(all|[1-9]\d{0,8})$/)
  site?: string;

  @YesOrNo()
  permanent?: boolean;

  @YesOrNo('Former addresses of pages, or those made by hand.')
  automatic?: boolean;

  @ApiPropertyOptional({ type: 'integer', description: 'Only those that lead to that page.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  page?: number;

  @ApiPropertyOptional({ enum: REDIRECT_ORDERS, default: 'oldPath' })
  @IsOptional()
  @IsIn(REDIRECT_ORDERS)
  order?: RedirectOrder;
}

/** A part of the redirects that match. */
export class RedirectListQueryDto extends IntersectionType(RedirectFilterDto, PagingQueryDto) {}

/** What is wrong with one row of a file. */
export class RedirectFaultDto {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet numbers it: the heading is row 1.' }) row!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null for the row as a whole.' }) field!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

/** What an import did, or would do. With errors nothing was kept. */
export class RedirectImportDto {
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: [RedirectFaultDto] }) errors!: readonly RedirectFaultDto[];
}
