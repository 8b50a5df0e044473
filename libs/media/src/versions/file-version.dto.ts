import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../http/image.dto.js';
import type { MediaType } from '../subjects/media-subject.js';
import type { FileVersion } from './file-version.entity.js';

/** A file that an image or a document had before. */
export class FileVersionRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() fileName!: string;
  @ApiProperty({ description: 'Bytes' }) fileSize!: number;
  @ApiProperty() mimeType!: string;
  @ApiProperty({ description: 'When another file took its place' }) replacedAt!: string;
  @ApiProperty({ type: PersonRef, nullable: true }) replacedBy!: PersonRef | null;
  @ApiProperty({ description: 'Where those who may change the thing download it' }) url!: string;
}

/** Earlier files, from the last that was replaced back to the first. */
export class FileVersionList {
  @ApiProperty({ type: [FileVersionRow] }) items!: FileVersionRow[];
}

/** Versions as the management API answers them. */
export function fileVersionList(type: MediaType, id: number, versions: readonly FileVersion[]): FileVersionList {
  return {
    items: versions.map((version) => {
      const person = (version.replacedBy ?? null) as PersonRef | null;
      const { id: versionId, fileName, fileSize, mimeType, replacedAt } = version;
      return {
        id: versionId,
        fileName,
        fileSize,
        mimeType,
        replacedAt: replacedAt.toISOString(),
        replacedBy: person && { id: person.id, name: person.name },
        url: `/api/admin/v1/${type}s/${id}/versions/${versionId}/file`,
      };
    }),
  };
}
