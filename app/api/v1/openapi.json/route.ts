import { describeApi } from "@/lib/features/quotes/openapi";

/** The public API, described from the schemas that judge it. */
export function GET(): Response {
  return Response.json(describeApi());
}
