import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentCtx, Public, type Ctx } from '@pipit/cms';
import { IsString } from 'class-validator';
import { Subscribe } from '../subscribe.action.js';

/** Who wants mail. */
export class SubscriptionDto {
  @ApiProperty({ example: 'ada@example.org' }) @IsString() email!: string;
}

/** A public route below the plugin’s own prefix. */
@ApiTags('Newsletter')
@Controller('api/x/newsletter/subscriptions')
export class SubscriptionsController {
  constructor(private readonly subscribe: Subscribe) {}

  /** Subscribes an address. */
  @Post()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  create(@CurrentCtx() ctx: Ctx, @Body() { email }: SubscriptionDto): Promise<void> {
    return this.subscribe.run(ctx, { email });
  }
}
