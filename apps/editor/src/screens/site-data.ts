import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type ContentType, type ContentTypeSummary, type Locale, type Site } from '../api';

const rarely = 5 * 60_000;

/** The sites of this installation. */
export function useSites(): Site[] {
  return useQuery({ queryKey: queryKeys.sites, queryFn: api.sites.list, staleTime: rarely }).data?.items ?? [];
}

/** The languages content is written in. */
export function useLocales(): Locale[] {
  return useQuery({ queryKey: queryKeys.locales, queryFn: api.locales.list, staleTime: rarely }).data?.items ?? [];
}

/** Every content type in short. */
export function useContentTypes(): ContentTypeSummary[] {
  return (
    useQuery({ queryKey: queryKeys.contentTypes, queryFn: api.contentTypes.list, staleTime: rarely }).data?.items ?? []
  );
}

/** One content type with its fields. */
export function useContentType(name: string | undefined) {
  return useQuery<ContentType>({
    queryKey: queryKeys.contentType(name ?? ''),
    queryFn: () => api.contentTypes.get(name ?? ''),
    staleTime: rarely,
    enabled: Boolean(name),
  });
}
