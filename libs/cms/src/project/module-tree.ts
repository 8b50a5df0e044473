import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

/** A provider's class with the token Nest knows it by. */
export interface ProvidedClass {
  readonly token: Type | string | symbol;
  readonly type: Type;
}

/** What some modules bring, and those they import: read from their decorators, without starting anything. */
export interface ModuleTree {
  readonly providers: readonly ProvidedClass[];
  readonly controllers: readonly Type[];
}

/** Reads the modules' metadata. Modules that come as promises are not looked into. */
export function moduleTree(roots: readonly (Type | DynamicModule)[]): ModuleTree {
  const seen = new Set<unknown>();
  const providers: ProvidedClass[] = [];
  const controllers: Type[] = [];
  const visit = (entry: unknown): void => {
    if (seen.has(entry) || entry === null || (typeof entry !== 'object' && typeof entry !== 'function')) return;
    seen.add(entry);
    if ('forwardRef' in entry) return visit((entry.forwardRef as () => unknown)());
    const dynamic = 'module' in entry ? (entry as DynamicModule) : null;
    const declared = <T>(key: string): T[] => (Reflect.getMetadata(key, dynamic?.module ?? entry) as T[]) ?? [];
    const given = <T>(list: unknown): T[] => (list as T[] | undefined) ?? [];
    providers.push(
      ...[...declared<Provider>(MODULE_METADATA.PROVIDERS), ...given<Provider>(dynamic?.providers)].flatMap(classOf),
    );
    controllers.push(...declared<Type>(MODULE_METADATA.CONTROLLERS), ...given<Type>(dynamic?.controllers));
    [...declared(MODULE_METADATA.IMPORTS), ...given(dynamic?.imports)].forEach(visit);
  };
  roots.forEach(visit);
  return { providers, controllers };
}

function classOf(provider: Provider): ProvidedClass[] {
  if (typeof provider === 'function') return [{ token: provider, type: provider }];
  if ('useClass' in provider) return [{ token: provider.provide as Type, type: provider.useClass as Type }];
  return [];
}
