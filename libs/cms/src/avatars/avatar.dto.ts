import { ApiProperty } from '@nestjs/swagger';

/** Where somebody's picture is. */
export class AvatarDto {
  @ApiProperty({ type: 'integer' }) userId!: number;
  @ApiProperty({ example: '/avatars/kJ3…', description: 'Another one for each picture.' }) url!: string;
}

/** Everybody who has a picture. */
export class AvatarListDto {
  @ApiProperty({ type: [AvatarDto] }) items!: readonly AvatarDto[];
}
