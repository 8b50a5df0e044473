import { Button } from '@mantine/core';

interface ShowMoreProps {
  found: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** What it says: “Show more” unless told. */
  children?: string;
}

/** Gets the next part of a list; not there when there is none. */
export function ShowMore({ found, children = 'Show more' }: ShowMoreProps) {
  if (!found.hasNextPage) return null;
  return (
    <Button
      variant="subtle"
      data-accent
      mt={12}
      loading={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {children}
    </Button>
  );
}
