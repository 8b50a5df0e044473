import { Injectable, Logger } from '@nestjs/common';
import { DiscoveredMethods } from '../discovery.js';
import { HOOK, type HookMetadata, type HookPoint } from './hook.decorator.js';

/** Above this a hook holds locks for too long; the log says which one. */
const SLOW_MS = 100;

/** Runs the hooks that plugins hang on operations. */
@Injectable()
export class Hooks {
  private readonly logger = new Logger(Hooks.name);

  constructor(private readonly methods: DiscoveredMethods) {}

  /** Runs every hook of this point in order, inside the caller's transaction. */
  async run(point: HookPoint): Promise<void> {
    for (const hook of this.hooksFor(point)) {
      const started = performance.now();
      await hook.call(point);
      const took = performance.now() - started;
      if (took > SLOW_MS) this.logger.warn(`Hook ${hook.name} took ${Math.round(took)} ms inside a transaction.`);
    }
  }

  private hooksFor(point: HookPoint) {
    return this.methods
      .withMetadata<HookMetadata>(HOOK)
      .filter((method) => point instanceof method.metadata.type)
      .sort((a, b) => a.metadata.order - b.metadata.order);
  }
}
