import { ApiProperty } from '@nestjs/swagger';
import { AsGiven } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { IsInt, IsObject, Max, Min, registerDecorator } from 'class-validator';
import type { Side } from '../merge/merge-values.js';
import { RevisionAuthorDto } from './revision-author.dto.js';

const SIDES = ['mine', 'theirs'] as const;

/** What you decided about a conflict. */
export class ResolutionDto {
  @ApiProperty({
    type: 'integer',
    description: 'The newest version you were shown (`current`). When there is a newer one, you are asked again.',
  })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  against!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...SIDES] },
    description: 'Whose value counts, by the `place` of each conflict. To write a third one, send it as yours.',
    example: { '/title': 'mine' },
  })
  @IsObject()
  @IsChoices()
  @AsGiven()
  choices!: Record<string, Side>;
}

/** What came from others when an edit was joined with theirs. */
export class MergedWorkDto {
  @ApiProperty({ type: [RevisionAuthorDto], description: 'Who saved meanwhile, the latest first.' })
  by!: readonly RevisionAuthorDto[];
  @ApiProperty({ type: [String], description: 'JSON pointers to what they changed.' }) paths!: readonly string[];
}

function IsChoices(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isChoices',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: 'Each choice is `mine` or `theirs`.' },
      validator: { validate: (value: object) => Object.values(value).every((side) => SIDES.includes(side as Side)) },
    });
}
