import { isAbsolute } from 'node:path';
import { DiskStorage, type Storage } from '@pipit/cms';
import { BadSetting, type ServerOptions } from './options.js';

/** What the environment says about the storage; null when it says nothing. */
export async function storageOf({ storage }: Pick<ServerOptions, 'storage'>): Promise<Storage | null> {
  return storage === null ? null : storageFrom(storage, 'PIPIT_STORAGE');
}

/**
 * The storage an address stands for: `disk:/folder`, or `s3://bucket/prefix` with `?region=…&endpoint=https://…` where
 * they differ from Amazon's own. Who may enter the bucket is read from where the AWS SDK looks for it.
 */
export async function storageFrom(address: string, what: string): Promise<Storage> {
  const folder = /^disk:(.+)$/.exec(address)?.[1];
  if (folder && isAbsolute(folder)) return new DiskStorage({ dir: folder });
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]+/.test(address)) {
    throw new BadSetting(`${what} has to be disk:/a/folder or s3://bucket/prefix, not “${address}”.`);
  }
  const url = new URL(address);
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'endpoint');
  if (unknown) throw new BadSetting(`${what} knows region and endpoint, not “${unknown}”.`);
  const prefix = url.pathname.replace(/^\/+/, '').replace(/\/*$/, (_end, at: number) => (at === 0 ? '' : '/'));
  const region = url.searchParams.get('region') ?? undefined;
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  // Loaded where it is used only: it is large.
  const { S3Storage } = await import('@pipit/contrib/s3');
  return new S3Storage({ bucket: url.hostname, prefix, ...(region && { region }), ...(endpoint && { endpoint }) });
}
