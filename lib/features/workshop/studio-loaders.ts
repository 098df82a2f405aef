import { cache } from "react";
import { getWorkshop } from "@/lib/features/workshop/data";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import { requireStaff } from "@/lib/platform/auth";

/** The workshop's own facts, for whoever is signed in. Throws where nobody has set it up: then nobody is. */
export const loadWorkshopForStaff = cache(async (): Promise<WorkshopView> => {
  await requireStaff();
  const workshop = await getWorkshop();
  if (!workshop) throw new Error("Somebody is signed in to a workshop that isn't set up");
  return workshop;
});

/** Every moment that a person reads is told in it. */
export async function loadTimeZone(): Promise<string> {
  return (await loadWorkshopForStaff()).timeZone;
}
