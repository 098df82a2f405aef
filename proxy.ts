import { type NextRequest, NextResponse } from "next/server";
import { isLineOf } from "@/lib/features/cart/data";
import { parseShopFilter, shopSegment } from "@/lib/features/catalog/shop-filter";
import { orderExists } from "@/lib/features/orders/data";
import { proposalExists } from "@/lib/features/proposals/data";
import { judgeVisit } from "@/lib/features/workshop/studio-visit";
import { sessionCookieName, signInPath } from "@/lib/platform/auth";
import { BAG_COOKIE } from "@/lib/platform/bag-cookie";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";

/** What must be decided before a page begins: which cached page answers a question, and who may enter the studio. */
export function proxy(request: NextRequest): NextResponse | Promise<NextResponse> {
  if (Number(request.headers.get("content-length")) > MOST_BYTES) return refuseSize();
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/studio")) return guardStudio(request);
  if (/^\/(orders|proposals|bag)\//.test(pathname)) return guardBuyer(request);
  if (pathname === "/styleguide") return isWorkplace() ? NextResponse.next() : nothingHere(request);
  if (pathname === "/shop") return answerShopQuestion(request);
  // Every name in an address of ours is plain letters: what had to be escaped names nothing.
  return pathname.includes("%") ? nothingHere(request) : NextResponse.next();
}

function isWorkplace(): boolean {
  const { NODE_ENV, STYLEGUIDE } = getEnv();
  return (STYLEGUIDE ?? (NODE_ENV === "development" ? "on" : "off")) === "on";
}

/** What Next's own forms take, by default; it would answer more with a 500. Photos go another way. */
const MOST_BYTES = 1024 * 1024;

function refuseSize(): NextResponse {
  return new NextResponse(
    "This is more than a form can hold. Nothing was saved; please go back and send less.",
    {
      status: 413,
      headers: { "content-type": "text/plain; charset=utf-8" },
    },
  );
}

function nothingHere(request: NextRequest): NextResponse {
  return NextResponse.rewrite(new URL("/nothing-here", request.url), { status: 404 });
}

/**
 * A question put to the shop (/shop?metal=…) is answered by the page cached for it: reading the query in the
 * page itself would render it anew for every visitor. The address in the browser stays as it is. Without a
 * question too: a page at /shop itself would be one that doesn't depend on its query, and the browser's router
 * would show it for every question without asking.
 */
function answerShopQuestion(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  const filter = parseShopFilter(url.searchParams);
  url.pathname = `/shop/${filter.inTime ? "in-time" : "browse"}/${shopSegment(filter)}`;
  url.search = "";
  return NextResponse.rewrite(url);
}

/** Pages stream, and by then their status is 200: redirects, 403 and 404 of the studio are decided here. */
async function guardStudio(request: NextRequest): Promise<NextResponse> {
  // An action authorises itself, and answers in its own way.
  if (request.method !== "GET" && request.method !== "HEAD") return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  const visit = await judgeVisit(pathname, request.cookies.get(sessionCookieName())?.value, now());
  switch (visit) {
    case "welcome":
      // No question of ours has a NUL in it, and PostgreSQL can't even be asked one.
      return search.includes("%00") ? nothingHere(request) : NextResponse.next();
    case "sign-in":
      // A link that prefetches after its session has ended: nobody asked to go there yet, and the answer is none.
      if (request.headers.has("next-router-prefetch")) return new NextResponse(null, { status: 204 });
      return NextResponse.redirect(new URL(signInPath(pathname + search), request.url));
    case "no-access":
      return NextResponse.rewrite(new URL("/studio/no-access", request.url), { status: 403 });
    case "missing":
      return NextResponse.rewrite(new URL("/studio/nothing-here", request.url), { status: 404 });
  }
}

/** A wrong key, a closed one, and a line of somebody else's bag are all the same: not there. */
async function guardBuyer(request: NextRequest): Promise<NextResponse> {
  const [room, ...rest] = request.nextUrl.pathname.split("/").filter(Boolean);
  const key = rest.at(-1) ?? "";
  const there = await isThere(room, key, request);
  return there ? NextResponse.next() : nothingHere(request);
}

function isThere(room: string | undefined, key: string, request: NextRequest): Promise<boolean> {
  if (room === "orders") return orderExists(key);
  if (room === "proposals") return proposalExists(key);
  return isLineOf(request.cookies.get(BAG_COOKIE)?.value, key);
}

// Constants only (Next reads this without running it). Uploads and webhooks never pass through here.
export const config = {
  matcher: [
    { source: "/studio/:path*" },
    { source: "/shop" },
    { source: "/styleguide" },
    { source: "/orders/:token" },
    { source: "/proposals/:token" },
    { source: "/bag/lines/:id" },
    { source: "/:room(products|makers|guides|collections)/:slug(.*%.*)" },
    { source: "/((?!api/).*)", has: [{ type: "header", key: "content-length", value: "\\d{7,}" }] },
  ],
};
