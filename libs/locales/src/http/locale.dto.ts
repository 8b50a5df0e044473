import { ApiProperty } from '@nestjs/swagger';

/** A language of content. */
export class LocaleDto {
  @ApiProperty() id!: number;
  @ApiProperty({ example: 'en' }) code!: string;
  @ApiProperty({ example: 'English' }) name!: string;
  @ApiProperty() isDefault!: boolean;
}

/** All languages of content. */
export class LocaleListDto {
  @ApiProperty({ type: [LocaleDto] }) items!: LocaleDto[];
}
