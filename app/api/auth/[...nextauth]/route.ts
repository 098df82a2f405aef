import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/features/accounts/next-auth";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // next-auth asks the environment where it lives; we have one setting for that.
  process.env.NEXTAUTH_URL ??= getEnv().APP_URL;
  return NextAuth(request, context, authOptions());
}

export const GET = gated("public", handle);
export const POST = gated("public", handle);
