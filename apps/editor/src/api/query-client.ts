import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** Retries what may heal by itself (no answer, 5xx); a refusal is final. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
      retryDelay: (attempt) => 600 * 2 ** attempt,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
