import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../api';
import { FacetMenu } from './facet-chips';
import { MediaFacets } from './media-facets';
import type { FacetsProps, Narrowing } from './narrowing';

const kinds: Record<string, string> = { document: 'Documents', audio: 'Sound', video: 'Film' };

/** What a list of documents can be narrowed by. */
export function DocumentFacets({ query, onChange }: FacetsProps) {
  const { data: facets } = useQuery({
    queryKey: queryKeys.documentFacets(query),
    queryFn: ({ signal }) => api.documents.facets(query, signal),
    placeholderData: keepPreviousData,
  });
  const menus = facets && (
    <FacetMenu
      label="Kind"
      total={facets.total}
      values={facets.mediaKind}
      chosen={query.mediaKind}
      name={({ value }) => kinds[value] ?? value}
      onChoose={(value) => onChange({ mediaKind: value as Narrowing['mediaKind'] })}
    />
  );
  return <MediaFacets facets={facets} query={query} onChange={onChange} menus={menus} />;
}
