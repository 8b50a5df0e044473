import { SetMetadata } from '@nestjs/common';

export const HOOK = 'pipit:hook';

/** A moment inside an operation at which plugins may refuse or change it. Subclasses are named `Before…` / `After…`. */
export abstract class HookPoint {}

/** A concrete hook class. */
export interface HookType<H extends HookPoint = HookPoint> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new (...args: any[]): H;
}

export interface HookMetadata {
  readonly type: HookType;
  readonly order: number;
}

/** Options of hooks. */
export interface HookOptions {
  /** Hooks of one moment run from the lowest number up; default 0. */
  readonly order?: number;
}

/**
 * Runs the method inside the transaction, in ascending `order` (default 0). Throwing a problem refuses the
 * operation as a whole; hooks that offer setters may change its values.
 */
export function Hook<H extends HookPoint>(type: HookType<H>, options: HookOptions = {}) {
  return (
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<(hook: H) => Promise<void>> | TypedPropertyDescriptor<(hook: H) => void>,
  ): void => {
    const metadata: HookMetadata = { type, order: options.order ?? 0 };
    SetMetadata(HOOK, metadata)(target, key, descriptor as PropertyDescriptor);
  };
}
