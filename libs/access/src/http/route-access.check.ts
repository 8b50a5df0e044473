import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { findPermission } from '../permissions/permission.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.decorators.js';

/** Where Nest's route decorators leave their metadata. */
const PATH = 'path';
const METHOD = 'method';

type Handler = (...args: unknown[]) => unknown;

/** Refuses to start while a route does not say who may call it, or names a permission that does not exist. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.discovery.getControllers().flatMap(({ metatype }) => this.faultsOf(metatype as Handler | null));
    if (faults.length === 0) return;
    throw new Error(
      `access.E001: ${faults.length} route(s) do not say rightly who may call them:\n` +
        `${faults.map((fault) => `  - ${fault}`).join('\n')}\n` +
        `Hint: put @RequirePermission('…'), @Authenticated() or @Public() on the method or its controller, ` +
        `and name permissions that some lib defines with definePermission().`,
    );
  }

  private faultsOf(controller: Handler | null): string[] {
    if (!controller) return [];
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const path: unknown = handler && Reflect.getMetadata(PATH, handler);
      if (!handler || path === undefined) return [];
      const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [handler, controller]);
      const fault = faultOf(access);
      return fault ? [`${controller.name}.${name} (${routeOf(controller, handler)}) ${fault}`] : [];
    });
  }
}

function faultOf(access: RouteAccess | undefined): string | null {
  if (!access) return 'states nothing';
  const unknown = access.kind === 'permission' ? access.anyOf.find((name) => !findPermission(name)) : undefined;
  return unknown === undefined ? null : `names the unknown permission "${unknown}"`;
}

function routeOf(controller: Handler, handler: Handler): string {
  const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as RequestMethod];
  const parts = [Reflect.getMetadata(PATH, controller), Reflect.getMetadata(PATH, handler)].flat() as unknown[];
  const path = parts.map((part) => String(part ?? '').replace(/^\/|\/$/g, '')).filter(Boolean);
  return `${method} /${path.join('/')}`;
}
