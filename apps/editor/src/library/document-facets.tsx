import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../api';
import { FacetMenu } from './facet-chips';
import classes from './facets.module.css';
import { fileTypeName } from './file-types';
import type { FacetsProps, Narrowing } from './narrowing';

const kinds: Record<string, string> = { document: 'Documents', audio: 'Sound', video: 'Film' };

/** What a list of documents can be narrowed by, with how many there are of each. */
export function DocumentFacets({ query, onChange }: FacetsProps) {
  const found = useQuery({
    queryKey: queryKeys.documentFacets(query),
    queryFn: ({ signal }) => api.documents.facets(query, signal),
    placeholderData: keepPreviousData,
  });
  const facets = found.data;
  if (!facets) return <div className={classes.row} style={{ minHeight: 30 }} />;
  return (
    <div className={classes.row} role="group" aria-label="Narrow the list">
      <FacetMenu
        label="Kind"
        total={facets.total}
        values={facets.mediaKind}
        chosen={query.mediaKind}
        name={({ value }) => kinds[value] ?? value}
        onChoose={(value) => onChange({ mediaKind: value as Narrowing['mediaKind'] })}
      />
      <FacetMenu
        label="Type"
        total={facets.total}
        values={facets.mimeType}
        chosen={query.mimeType}
        name={({ value }) => fileTypeName(value)}
        onChoose={(mimeType) => onChange({ mimeType })}
      />
      <FacetMenu
        label="Tag"
        total={facets.total}
        values={facets.tag}
        chosen={query.tag}
        onChoose={(tag) => onChange({ tag })}
      />
      <FacetMenu
        label="Uploaded by"
        total={facets.total}
        values={facets.uploadedById}
        chosen={query.uploadedById === undefined ? undefined : String(query.uploadedById)}
        onChoose={(id) => onChange({ uploadedById: id === undefined ? undefined : Number(id) })}
      />
    </div>
  );
}
