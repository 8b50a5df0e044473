import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';

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
  return applyDecorators(access({ kind: 'authenticated' }), ...signedIn());
}

/** Only who holds one of the permissions somewhere may call the route; the action asks about the very subject. */
export function RequirePermission(...anyOf: [string, ...string[]]): ClassDecorator & MethodDecorator {
  return applyDecorators(
    access({ kind: 'permission', anyOf }),
    ...signedIn(),
    ApiForbiddenResponse({ description: `Needs the permission ${anyOf.join(' or ')}.` }),
  );
}

function access(value: RouteAccess): CustomDecorator {
  return SetMetadata(ROUTE_ACCESS, value);
}

function signedIn(): (ClassDecorator & MethodDecorator)[] {
  return [ApiBearerAuth(), ApiUnauthorizedResponse({ description: 'Nobody is signed in.' })];
}
