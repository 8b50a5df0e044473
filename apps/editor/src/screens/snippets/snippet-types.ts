import type { ContentTypeSummary } from '../../api';
import { useContentTypes } from '../site-data';

/** Content types that are snippets. */
export function useSnippetTypes(): ContentTypeSummary[] {
  return useContentTypes().filter((type) => type.category === 'snippet');
}
