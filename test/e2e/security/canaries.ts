/** What stands where not everybody may look. */
export type CanaryName =
  | 'draft title' | 'draft words' | 'unpublished page' | 'unpublished words' | 'former words' | 'private page'
  | 'private words' | 'working copy' | 'trashed page' | 'hidden field' | 'hidden snippet field' | 'draft snippet'
  | 'model secret' | 'webhook secret' | 'private collection' | 'private file' | 'private bytes' | 'image title'; // prettier-ignore

/** A word that stands nowhere else. */
export function canary(name: CanaryName): string {
  return `Canary${name.replace(/\W/g, '')}Qx7`;
}
