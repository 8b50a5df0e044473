import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, ValidateIf } from 'class-validator';

/**
 * A switch of a query, optional: `true` or `false` in so many letters, anything else is refused.
 * @example
 * class RedirectFilterDto {
 *   @YesOrNo() permanent?: boolean;
 * }
 */
export function YesOrNo(description?: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ enum: ['true', 'false'], ...(description ? { description } : {}) }),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    // Not `IsOptional`, which lets null through.
    ValidateIf((_, value) => value !== undefined),
    IsBoolean(),
  );
}
