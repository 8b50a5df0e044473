/** Host and port a request was meant for; without a port, 80. */
export function requestHost(header: string | undefined): { hostname: string; port: number } {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec((header ?? '').trim().toLowerCase());
  return { hostname: match?.[1] ?? '', port: Number(match?.[2] ?? 80) };
}
