import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, ValidateBy } from 'class-validator';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../passwords/password-rules.js';

/** A password in a body: text of 1,024 bytes at most. `isNew`: one that is chosen, of which the document tells how long. */
export function PasswordProperty({ isNew = false } = {}): PropertyDecorator {
  const length = { maxLength: MAX_PASSWORD_BYTES, ...(isNew ? { minLength: MIN_PASSWORD_LENGTH } : {}) };
  return applyDecorators(ApiProperty({ ...length, format: 'password' }), IsString(), MaxBytes(MAX_PASSWORD_BYTES));
}

function MaxBytes(bytes: number): PropertyDecorator {
  return ValidateBy({
    name: 'maxBytes',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && Buffer.byteLength(value) <= bytes,
      defaultMessage: () => `$property must be no longer than ${bytes} bytes`,
    },
  });
}
