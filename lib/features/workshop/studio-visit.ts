import type { Temporal } from "temporal-polyfill";
import { accountTemplates } from "@/lib/features/mailbox/schema";
import { hasRole, readSessionCookie, type Staff } from "@/lib/platform/auth";
import { db } from "@/lib/platform/db";

export type Visit = "welcome" | "sign-in" | "no-access" | "missing";

/** The owner's alone, with all below them. Pages and actions check again; this is for the status of the answer. */
const ownerPaths = ["/studio/settings", "/studio/products"];

/**
 * Decides what a request for a page of the studio deserves before the page begins: once a page streams, its status
 * is 200 for good. Whoever may not look doesn't learn what exists.
 */
export async function judgeVisit(
  pathname: string,
  sessionCookie: string | undefined,
  now: Temporal.Instant,
): Promise<Visit> {
  const staff = await readSessionCookie(sessionCookie, now);
  if (!staff) return "sign-in";
  if (ownerPaths.some((path) => isWithin(pathname, path)) && !hasRole(staff, "OWNER")) return "no-access";
  return (await isThere(pathname, staff)) ? "welcome" : "missing";
}

const rooms = new Set([
  ...["account", "board", "jobs", "mail", "no-access", "orders", "products", "settings"],
  ...["promises", "sizers", "what-if"],
]);

async function isThere(pathname: string, staff: Staff): Promise<boolean> {
  const [, , room, encoded] = pathname.split("/");
  if (room === undefined || room === "") return true;
  if (encoded === undefined) return rooms.has(room);
  const key = decode(encoded);
  if (key === null || key.includes("\u0000")) return false;
  switch (room) {
    case "jobs":
      return (await db.job.count({ where: { number: key } })) > 0;
    case "orders":
      return (await db.order.count({ where: { number: key } })) > 0;
    case "products":
      return (await db.product.count({ where: { slug: key } })) > 0;
    case "mail":
      return (await db.mail.count({ where: { id: key, ...mailsFor(staff) } })) > 0;
    default:
      return rooms.has(room);
  }
}

function mailsFor(staff: Staff) {
  return hasRole(staff, "OWNER") ? {} : { template: { notIn: [...accountTemplates] } };
}

function isWithin(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

/** null for what no row can be called: broken escapes, and NUL, which PostgreSQL refuses. */
function decode(segment: string): string | null {
  try {
    const key = decodeURIComponent(segment);
    return key.includes("\0") ? null : key;
  } catch {
    return null;
  }
}
