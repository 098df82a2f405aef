import { type NextRequest, NextResponse } from "next/server";
import { parseShopFilter, shopSegment } from "@/lib/features/catalog/shop-filter";

/**
 * A question put to the shop (/shop?metal=…) is answered by the page cached for it: reading the query in the
 * page itself would render it anew for every visitor. The address in the browser stays as it is.
 */
export function proxy(request: NextRequest): NextResponse {
  const filter = parseShopFilter(request.nextUrl.searchParams);
  const segment = shopSegment(filter);
  if (segment === "all") return NextResponse.next();
  const url = request.nextUrl.clone();
  url.pathname = `/shop/browse/${segment}`;
  url.search = "";
  return NextResponse.rewrite(url);
}

// Constants only (Next reads this without running it). Uploads and webhooks never pass through here.
export const config = {
  matcher: [
    { source: "/shop", has: [{ type: "query", key: "kind" }] },
    { source: "/shop", has: [{ type: "query", key: "metal" }] },
    { source: "/shop", has: [{ type: "query", key: "stone" }] },
    { source: "/shop", has: [{ type: "query", key: "occasion" }] },
    { source: "/shop", has: [{ type: "query", key: "motif" }] },
    { source: "/shop", has: [{ type: "query", key: "technique" }] },
    { source: "/shop", has: [{ type: "query", key: "maker" }] },
    { source: "/shop", has: [{ type: "query", key: "price" }] },
    { source: "/shop", has: [{ type: "query", key: "sort" }] },
    { source: "/shop", has: [{ type: "query", key: "page" }] },
  ],
};
