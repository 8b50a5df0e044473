import { ApiProperty } from '@nestjs/swagger';

/** Who saved a version. */
export class RevisionAuthorDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}
