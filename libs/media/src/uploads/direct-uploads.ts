import { Injectable } from '@nestjs/common';
import { Storage, type Ctx } from '@pipit/kernel';
import type { DirectUpload } from './direct-upload.dto.js';
import { directUnsupported } from './errors.js';
import { directKey, Uploads, type NewUpload } from './uploads.js';

const SECONDS = 15 * 60;

/** Uploads that pass by this server. What was sent is checked when it is used, as everything else. */
@Injectable()
export class DirectUploads {
  constructor(
    private readonly uploads: Uploads,
    private readonly storage: Storage,
  ) {}

  /** Begins one; `direct_unsupported` when the storage knows no such thing. */
  async begin(ctx: Ctx, wish: NewUpload): Promise<DirectUpload> {
    const upload = await this.uploads.begin(ctx, wish, true);
    const signed = await this.storage.signUpload(directKey(upload.id), { size: wish.size, seconds: SECONDS });
    if (!signed) {
      await this.uploads.remove(ctx, upload.id);
      throw directUnsupported('This installation takes files through its own server only: use tus.');
    }
    return { uploadId: upload.id, ...signed, expiresAt: new Date(Date.now() + SECONDS * 1000).toISOString() };
  }
}
