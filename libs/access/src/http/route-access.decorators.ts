import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { forbidden, unauthenticated } from '@pipit/kernel';
import { ApiProblems } from './api-problems.decorator.js';

export const ROUTE_ACCESS = 'pipit:route-access';

/** Who may call a route. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'permission'; readonly anyOf: readonly string[] };

/** Anybody may call the route; whoever calls is anonymous to it, even with a token. */
export function Public(): CustomDecorator {
  return access({ kind: 'public' });
}

/** Anybody signed in may call the route; what they see in it is up to the policy. */
export function Authenticated(): ClassDecorator & MethodDecorator {
  return applyDecorators(access({ kind: 'authenticated' }), ApiBearerAuth(), ApiProblems(unauthenticated));
}

/** Only who holds one of the permissions somewhere may call the route; the action asks about the very subject. */
export function RequirePermission(...anyOf: [string, ...string[]]): ClassDecorator & MethodDecorator {
  return applyDecorators(
    access({ kind: 'permission', anyOf }),
    ApiBearerAuth(),
    ApiProblems(unauthenticated, forbidden),
    ApiExtension('x-permissions', anyOf),
  );
}

export const SESSION_ONLY = 'pipit:session-only';

/**
 * API tokens do not open the route, whatever they are good for: it is about the person, their secrets, or what others
 * may do. Only somebody who signed in comes through.
 */
export function SessionOnly(): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(SESSION_ONLY, true), ApiExtension('x-session-only', true));
}

function access(value: RouteAccess): CustomDecorator {
  return SetMetadata(ROUTE_ACCESS, value);
}
