import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCtx, Public } from '@pipit/access';
import { JobsHealth, unavailable, type Ctx } from '@pipit/kernel';

/** The server answers and reaches its database. */
export class HealthDto {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
  @ApiProperty({ type: 'integer', description: 'Workers alive, in any process. Without one nothing planned happens.' })
  workers!: number;
}

@ApiTags('Health')
@Controller('api/admin/v1/health')
export class HealthController {
  constructor(private readonly jobs: JobsHealth) {}

  /** 200 while the server can do its work, 503 while the database is away. */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ description: 'The database cannot be reached.' })
  async health(@CurrentCtx() ctx: Ctx): Promise<HealthDto> {
    try {
      return { status: 'ok', workers: await this.jobs.workers(ctx) };
    } catch {
      throw unavailable('The database cannot be reached.', [], { retryAfter: 2 });
    }
  }
}
