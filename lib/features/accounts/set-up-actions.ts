"use server";

import { cookies, headers } from "next/headers";
import { openSession } from "@/lib/features/accounts/sign-in";
import { setUpWorkshopSchema } from "@/lib/features/workshop/management-schema";
import { setUpWorkshop } from "@/lib/features/workshop/set-up";
import { publicAction } from "@/lib/platform/action";
import { sealSessionCookie } from "@/lib/platform/auth";
import { tagsTouchedBy } from "@/lib/platform/cache";

/** Public, because there is nobody yet who could sign in; it refuses once the workshop stands. */
export const setUpWorkshopAction = publicAction({
  name: "workshop.set-up",
  input: setUpWorkshopSchema,
  limit: { limit: 20, windowSeconds: 15 * 60 },
  run: async (input, { now }) => {
    const made = await setUpWorkshop(input, { now });
    if (!made.ok) return made;
    const session = await openSession(made.value.userId, (await headers()).get("user-agent"), now);
    const { name, value, options } = await sealSessionCookie(session);
    (await cookies()).set(name, value, options);
    return made;
  },
  tags: [...tagsTouchedBy({ kind: "workshop" }), ...tagsTouchedBy({ kind: "prices" })],
  leadsTo: () => "/studio",
});
