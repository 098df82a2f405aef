import { revalidatePath, revalidateTag } from "next/cache";
import { z } from "zod";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";
import { isSignedInternal, SIGNATURE_HEADER } from "@/lib/platform/internal-signature";
import { readBody } from "@/lib/platform/read-body";

const bodySchema = z.union([
  z.strictObject({ tags: z.array(z.string().min(1).max(256)).max(1_000) }),
  z.strictObject({ everything: z.literal(true) }),
]);

// A thousand tags of 256 characters, each of up to three bytes.
const MAX_BYTES = 800_000;

/** Called by lib/platform/cache-listener.ts of this very process; to everybody else it doesn't exist. */
export const POST = gated("signature", async (request: Request): Promise<Response> => {
  const bytes = await readBody(request, MAX_BYTES);
  if (!bytes) return new Response("Not found", { status: 404 });
  const text = bytes.toString("utf8");
  const signature = request.headers.get(SIGNATURE_HEADER);
  if (!isSignedInternal(signature, text, getEnv().AUTH_SECRET, Date.now())) {
    return new Response("Not found", { status: 404 });
  }
  const body = bodySchema.parse(JSON.parse(text));
  if ("everything" in body) revalidatePath("/", "layout");
  else for (const tag of body.tags) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
});
