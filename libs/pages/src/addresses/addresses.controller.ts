import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageDetails } from '../queries/page-details.js';
import { ForgetAddress } from './forget-address.action.js';
import { PageAddresses } from './page-addresses.js';

/** The site of an address. */
export class AddressSiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() hostname!: string;
}

/** An address a page has or had. */
export class PageAddressDto {
  @ApiProperty({ type: AddressSiteDto }) site!: AddressSiteDto;
  @ApiProperty({ example: '/blog/x/' }) path!: string;
  @ApiProperty() url!: string;
  @ApiProperty({ description: 'False: it leads to where the page is now.' }) isCurrent!: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) since!: Date;
}

/** The addresses a page has and had. */
export class PageAddressListDto {
  @ApiProperty({ type: [PageAddressDto] }) items!: PageAddressDto[];
}

/** A former address. */
export class FormerAddressDto {
  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  siteId!: number;

  @ApiProperty({ example: '/blog/x/' })
  @IsString()
  @MaxLength(20_000)
  @Matches(/^\//)
  path!: string;
}

/** Where a page is and was to be found. */
@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id/addresses')
export class AddressesController {
  constructor(
    private readonly details: PageDetails,
    private readonly addresses: PageAddresses,
    private readonly forgetAddress: ForgetAddress,
  ) {}

  /** The addresses the page has and had, the present ones first. Former ones lead to where it is now. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: PageAddressListDto })
  async list(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageAddressListDto> {
    await this.details.readable(ctx, id);
    return { items: await this.addresses.of(ctx, id) };
  }

  /** Lets a former address lead nowhere any more. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('page.publish')
  @ApiNoContentResponse()
  forget(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: FormerAddressDto): Promise<void> {
    return this.forgetAddress.run(ctx, { pageId: id, ...query });
  }
}
