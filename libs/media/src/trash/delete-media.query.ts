import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** How to delete an image or a document. */
export class DeleteMediaQuery {
  @ApiPropertyOptional({ description: 'Even when content uses it', default: false })
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  force?: boolean;

  @ApiPropertyOptional({ description: 'What is in the trash, for good', default: false })
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  purge?: boolean;
}
