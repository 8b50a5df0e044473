import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FieldError } from '@pipit/kernel';

/** One fault of a body, as documented. */
export class FieldErrorDto implements FieldError {
  @ApiProperty({ description: 'JSON pointer into the body (RFC 6901).', example: '/fields/title' }) path!: string;
  @ApiProperty({ description: 'Stable; programs branch on it.', example: 'too_short' }) code!: string;
  @ApiProperty({ description: 'One sentence for people.' }) message!: string;
}

/** A problem document (RFC 9457), as documented. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:pipit:problem:not_found' }) type!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: 'integer' }) status!: number;
  @ApiProperty({ description: 'Stable; programs branch on it.', example: 'not_found' }) code!: string;
  @ApiProperty({ description: 'What happened this time, for people.' }) detail!: string;
  @ApiPropertyOptional({ type: [FieldErrorDto] }) errors?: FieldErrorDto[];
}
