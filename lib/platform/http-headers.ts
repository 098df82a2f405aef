/**
 * Headers of every answer. Those of pages are static, because a nonce would make every page dynamic: scripts are
 * therefore limited to our own origin and to what stands in our own HTML (Next writes its data inline).
 */
export function httpHeaders(development: boolean) {
  return [
    // On scripts, styles, letters and pictures they would mean nothing and weigh as much as many of those do.
    { source: "/((?!_next/static/|pictures/|fonts/).*)", headers: toList(pages(development)) },
    { source: "/:path*", headers: toList({ "X-Content-Type-Options": "nosniff" }) },
    // The address of these pages is a secret: it must not travel to another site in a Referer. Within the site it may:
    // with "no-referrer" a form sent without scripts comes from the origin "null", and is refused.
    {
      source: "/:room(orders|proposals|gift)/:path*",
      headers: toList({ "Referrer-Policy": "same-origin" }),
    },
    // Looked at by itself an uploaded picture is a picture and nothing else.
    {
      source: "/media/:path*",
      headers: toList({ "Content-Security-Policy": "default-src 'none'; sandbox" }),
    },
    { source: "/:room(pictures|fonts)/:path*", headers: toList({ "Cache-Control": fileLifetime }) },
  ];
}

// File names carry no hash, so a replaced file must show within a day.
const fileLifetime = "public, max-age=86400, stale-while-revalidate=604800";

function pages(development: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(development),
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    // Browsers heed it over https alone.
    "Strict-Transport-Security": "max-age=31536000",
  };
}

function contentSecurityPolicy(development: boolean): string {
  return [
    "default-src 'self'",
    // React's error overlay in development needs eval; nothing does in production.
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    // No form-action: without JavaScript the checkout form is answered by a redirect to the payment page,
    // whose origin (Stripe, a custom domain there, or the simulator's port) isn't known when this is built.
    "manifest-src 'self'",
  ].join("; ");
}

function toList(headers: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
