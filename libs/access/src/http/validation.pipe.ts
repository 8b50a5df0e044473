import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { badRequest, snakeCase, type FieldError } from '@pipit/kernel';
import { requireStorable } from './storable.js';

/** More faults than this help nobody and would let a small request ask for a large answer. */
const MAX_ERRORS = 50;

/** Checks bodies and queries against their DTO classes; what a DTO does not declare is refused, not ignored. */
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => badRequest('Some values have the wrong form.', fieldErrors(errors)),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'query') requireStorable(value);
    return super.transform(value, metadata);
  }

  /** Nest would read `1e0` and ` 1` as the number 1 for a `number` parameter; `@IdParam()` is strict instead. */
  protected override transformPrimitive(value: unknown, _metadata: ArgumentMetadata): unknown {
    return value;
  }
}

/** Failures of class-validator as field errors, with JSON pointers into the body. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors
    .flatMap((error) => {
      const path = `${parent}/${escapePointer(error.property)}`;
      const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
        path,
        code: rule === 'whitelistValidation' ? 'unknown_member' : snakeCase(rule),
        message,
      }));
      return [...own, ...fieldErrors(error.children ?? [], path)];
    })
    .slice(0, MAX_ERRORS);
}

/** RFC 6901: `~` and `/` are written `~0` and `~1`. */
function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
