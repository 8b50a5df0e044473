import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import { JobsHealth, type Ctx } from '@pipit/kernel';
import { Schedules } from '@pipit/revisions';

/** Whether jobs are being done: what is planned happens, mail goes out. */
export class JobsHealthDto {
  @ApiProperty({ description: 'A worker gave a sign of life lately.' }) alive!: boolean;
  @ApiProperty({ type: 'integer', description: 'How many did.' }) workers!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The last sign of life.' })
  seenAt!: string | null;
  @ApiProperty({ type: 'integer', description: 'Jobs that could be done now.' }) waiting!: number;
  @ApiProperty({ type: 'integer', description: 'How long the oldest of them has waited.' }) waitingSeconds!: number;
  @ApiProperty({ type: 'integer', description: 'Jobs given up after all their tries.' }) failed!: number;
  @ApiProperty({ type: 'integer', description: 'Pages and snippets whose time came over a minute ago.' })
  overdue!: number;
}

@ApiTags('Jobs')
@Controller('api/admin/v1/jobs')
export class JobsController {
  constructor(
    private readonly health: JobsHealth,
    private readonly schedules: Schedules,
  ) {}

  /** Whether any worker is alive, and what waits for one. */
  @Get('health')
  @Authenticated()
  @ApiOkResponse({ type: JobsHealthDto })
  async state(@CurrentCtx() ctx: Ctx): Promise<JobsHealthDto> {
    const { seenAt, ...state } = await this.health.state(ctx);
    const overdue = await this.schedules.overdue(ctx);
    return { alive: state.workers > 0, ...state, seenAt: seenAt?.toISOString() ?? null, overdue };
  }
}
