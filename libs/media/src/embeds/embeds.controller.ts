import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx } from '@pipit/access';
import { invalid, unavailable, type Ctx } from '@pipit/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Embeds } from './embeds.js';

/** Which address is to be embedded. */
export class EmbedQuery {
  @ApiProperty() @IsString() @MaxLength(2000) url!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Pixels it is asked to keep to' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxWidth?: number;
}

/** What a provider says about an address. */
export class EmbedDto {
  @ApiProperty() url!: string;
  @ApiProperty({ enum: ['video', 'rich', 'photo', 'link'] }) type!: string;
  @ApiProperty() provider!: string;
  @ApiProperty() title!: string;
  @ApiProperty() author!: string;
  @ApiProperty({ description: 'As the provider wrote it; empty for photos and links' }) html!: string;
  @ApiProperty({ description: 'Empty when there is none' }) thumbnailUrl!: string;
  @ApiProperty({ type: Number, nullable: true }) width!: number | null;
  @ApiProperty({ type: Number, nullable: true }) height!: number | null;
}

/** Things of other sites that are shown in ours. */
@ApiTags('Embeds')
@Controller('api/admin/v1/embeds')
@Authenticated()
export class EmbedsController {
  constructor(private readonly embeds: Embeds) {}

  @Get()
  @ApiOperation({ summary: 'What to show for an address' })
  @ApiOkResponse({ type: EmbedDto })
  @ApiProblems(invalid, unavailable)
  async get(@CurrentCtx() ctx: Ctx, @Query() query: EmbedQuery): Promise<EmbedDto> {
    const { url, type, provider, title, author, html, thumbnailUrl, width, height } = await this.embeds.find(
      ctx,
      query,
    );
    return { url, type: type ?? 'link', provider, title, author, html, thumbnailUrl, width, height };
  }
}
