import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const UNREPEATABLE = 'pipit:unrepeatable';

/** The route heeds no `Idempotency-Key`: its answers hold secrets (tokens, passwords) that are not to be kept. */
export function Unrepeatable(): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(UNREPEATABLE, true), ApiExtension('x-unrepeatable', true));
}
