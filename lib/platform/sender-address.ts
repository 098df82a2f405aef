/**
 * Each proxy appends whom it saw. Of n trusted ones the first, at the edge, wrote the n-th entry from the right; what
 * stands left of it is only claimed. Fewer entries: this request came round the proxies, and its socket counts.
 */
export function senderAddress(
  forwarded: string | undefined,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
  const seen = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return (seen || socketAddress || "unknown").replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 64);
}
