/** Whether what follows a page's address is one of those the page answers itself. */
export function answersItself(subpaths: readonly string[], rest: string): boolean {
  const parts = rest.split('/');
  return subpaths.some((subpath) => {
    const expected = subpath.split('/');
    return (
      expected.length === parts.length && expected.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
}

/** An address of folders, and those above it: the longest first, that of the root last. */
export function addressAndThoseAbove(address: string): string[] {
  const slugs = address.split('/').filter((slug) => slug !== '');
  return [...slugs.keys(), slugs.length].reverse().map(
    (count) =>
      `/${slugs
        .slice(0, count)
        .map((slug) => `${slug}/`)
        .join('')}`,
  );
}
