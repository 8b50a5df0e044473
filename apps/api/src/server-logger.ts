import { ConsoleLogger } from '@nestjs/common';
import { CheckFailure } from '@pipit/cms';

/** Prints errors and warnings, but for mistakes in declarations: these end the process, which says them in words. */
export class ServerLogger extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!(message instanceof CheckFailure)) super.error(message, ...(rest as string[]));
  }
}
