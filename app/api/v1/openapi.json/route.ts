import { describeApi } from "@/lib/features/quotes/openapi";
import { gated } from "@/lib/platform/gate";

/** The public API, described from the schemas that judge it. */
export const GET = gated("public", (): Response => Response.json(describeApi()));
