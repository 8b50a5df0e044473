import type { Provider, Type } from '@nestjs/common';

/** What one folder of this lib brings into its module. */
export interface Slice {
  readonly entities?: readonly (new () => object)[];
  readonly controllers?: readonly Type[];
  readonly providers: readonly Extract<Provider, Type>[];
}
