import type { Provider, Type } from '@nestjs/common';

/** What stands in for a port: a class that Nest makes, or an object made already. */
export type Strategy<T extends object> = T | Type<T>;

/** The provider that binds a port to the strategy chosen for it. */
export function provideStrategy<T extends object>(
  port: abstract new (...args: never[]) => T,
  strategy: Strategy<T>,
): Provider {
  return typeof strategy === 'function' ? { provide: port, useClass: strategy } : { provide: port, useValue: strategy };
}
