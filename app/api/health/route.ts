import { connection } from "next/server";
import { gated } from "@/lib/platform/gate";
import { checkHealth } from "@/lib/platform/health";

/** 200 while every part works, 503 with the part that doesn't. For load balancers, `npm start` and people. */
export const GET = gated("public", async (): Promise<Response> => {
  await connection();
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
});
