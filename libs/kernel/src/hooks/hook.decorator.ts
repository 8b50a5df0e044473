import { SetMetadata } from '@nestjs/common';
import type { WriteCtx } from '../actions/transaction.js';
import { invalid } from '../errors/common-problems.js';

export const HOOK = 'pipit:hook';

/** A moment inside an operation at which plugins may refuse or change it. Subclasses are named `Before…` / `After…`. */
export abstract class HookPoint {
  /** Who acts, and the transaction to read in. */
  abstract readonly ctx: WriteCtx;

  /**
   * Refuses the operation as a whole, with a fault of one field as the request names it. Methods may take it out of
   * the hook: `({ reject }: BeforePagePublish)`.
   */
  readonly reject = (field: string, message: string): never => {
    throw invalid(message, [{ path: this.pathOf(field), code: 'refused', message }]);
  };

  protected pathOf(field: string): string {
    return `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
}

/** A moment in an operation on something whose values come as `fields`. */
export abstract class ContentHook extends HookPoint {
  protected override pathOf(field: string): string {
    return `/fields${super.pathOf(field)}`;
  }
}

/** A moment before values are stored. Hooks may change them through {@link set}. */
export abstract class SavingHook<Values extends object> extends ContentHook {
  constructor(private values: Values) {
    super();
  }

  /** The values with all changes of hooks so far. */
  get fields(): Readonly<Values> {
    return this.values;
  }

  /** Replaces one field's value. It is validated like any other. */
  set<Name extends keyof Values>(field: Name, value: Values[Name]): void {
    this.values = { ...this.values, [field]: value };
  }
}

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
