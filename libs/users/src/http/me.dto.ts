import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { Preferences, User } from '../accounts/user.entity.js';

/** The person signed in, as they see themselves. */
export class MeDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty() isAdministrator!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true }) preferences!: Preferences;

  /** Names every member, so that a column added to the account never slips out. */
  static of({ id, uuid, name, email, isAdministrator, preferences }: User): MeDto {
    return { id, uuid, name, email, isAdministrator, preferences };
  }
}

/** Names of permissions. */
export class HeldPermissionsDto {
  @ApiProperty({ type: [String], example: ['page.edit', 'redirect.add'] }) items!: string[];
}

/** Body of `PATCH /me`. */
export class UpdateMeDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Merged into the stored ones; null removes a key.',
  })
  @IsObject()
  preferences!: Preferences;
}
