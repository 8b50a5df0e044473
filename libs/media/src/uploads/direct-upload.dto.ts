import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

/** A file that somebody wants to send straight to the storage. */
export class NewDirectUploadDto {
  @ApiProperty() @IsString() @MaxLength(1000) fileName!: string;
  @ApiProperty({ type: 'integer', description: 'Bytes; exactly these are taken' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  size!: number;
}

/** Where to send it. */
export class DirectUpload {
  @ApiProperty({ format: 'uuid' }) uploadId!: string;
  @ApiProperty({ enum: ['PUT'] }) method!: 'PUT';
  @ApiProperty({ description: 'Of the storage; good for some minutes' }) url!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'To be sent along' })
  headers!: Readonly<Record<string, string>>;
  @ApiProperty({ description: 'When the address stops working' }) expiresAt!: string;
}
