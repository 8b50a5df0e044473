import { ApiProperty } from '@nestjs/swagger';

/** An ES module the editor loads at its start. */
export class EditorExtensionDto {
  @ApiProperty({ example: 'maps' }) name!: string;
  @ApiProperty({ description: 'Address of the module on this server; another one for each version.' }) url!: string;
}

/** All editor extensions of this site's plugins. */
export class EditorExtensionListDto {
  @ApiProperty({ type: [EditorExtensionDto] }) items!: EditorExtensionDto[];
}
