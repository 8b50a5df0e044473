import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A decorated method of some provider, ready to be called. */
export interface DiscoveredMethod<M> {
  /** `Class.method`, unique and stable: jobs refer to listeners by it. */
  readonly name: string;
  readonly metadata: M;
  call(...args: unknown[]): Promise<unknown>;
}

type Callable = (...args: unknown[]) => unknown;

/** Finds methods by the metadata our decorators leave on them. */
@Injectable()
export class DiscoveredMethods {
  private readonly found = new Map<string, DiscoveredMethod<unknown>[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** All methods carrying metadata under `key`. Looked up once, as providers do not change after start. */
  withMetadata<M>(key: string): DiscoveredMethod<M>[] {
    let methods = this.found.get(key);
    if (!methods) {
      methods = this.discovery.getProviders().flatMap(({ instance }) => this.methodsOf(instance, key));
      this.found.set(key, methods);
    }
    return methods as DiscoveredMethod<M>[];
  }

  private methodsOf(instance: unknown, key: string): DiscoveredMethod<unknown>[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, Callable> | null;
    if (!prototype) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const callable = prototype[method];
      const metadata: unknown = callable && Reflect.getMetadata(key, callable);
      if (!callable || metadata === undefined) return [];
      const call = async (...args: unknown[]): Promise<unknown> => callable.apply(instance, args);
      return [{ name: `${instance.constructor.name}.${method}`, metadata, call }];
    });
  }
}
