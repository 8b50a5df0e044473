import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentCtx, RequirePermission, type Ctx } from '@pipit/cms';
import { SEND } from '../permissions.js';
import { SentMail } from '../sent-mail.entity.js';
import { Subscriber } from '../subscriber.entity.js';

/** The newsletter in numbers. */
export class NewsletterSummaryDto {
  @ApiProperty() readers!: number;
  @ApiProperty() mails!: number;
}

/** A route for the editor: it names its permission like every other. */
@ApiTags('Newsletter')
@Controller('api/admin/v1/x/newsletter/summary')
export class NewsletterSummaryController {
  /** How many people read it, and how many mails were recorded. */
  @Get()
  @RequirePermission(SEND)
  @ApiOkResponse({ type: NewsletterSummaryDto })
  async summary(@CurrentCtx() { manager }: Ctx): Promise<NewsletterSummaryDto> {
    const [readers, mails] = await Promise.all([
      manager.countBy(Subscriber, { active: true }),
      manager.count(SentMail),
    ]);
    return { readers, mails };
  }
}
