import { connection } from "next/server";
import { getFreeBenches, getPasswordLinkName, getPeople, getSessions } from "@/lib/features/accounts/data";
import type { PersonView, SessionView, StaffView } from "@/lib/features/accounts/schema";
import { requireStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";

export async function loadStaff(next?: string): Promise<StaffView> {
  const { name, role, artisanId } = await requireStaff("ARTISAN", next);
  return { name, role, artisanId };
}

export async function loadMySessions(): Promise<SessionView[]> {
  const staff = await requireStaff("ARTISAN", "/studio/account");
  return getSessions(staff, now());
}

export async function loadPeople(): Promise<{
  people: PersonView[];
  freeBenches: { id: string; name: string }[];
  ownId: string;
}> {
  const { userId: ownId } = await requireStaff("OWNER", "/studio/settings/people");
  const [people, freeBenches] = await Promise.all([getPeople(now()), getFreeBenches()]);
  return { people, freeBenches, ownId };
}

export async function loadPasswordLinkName(token: string): Promise<string | null> {
  // Whether a link is too old depends on the moment: never part of a page made ahead.
  await connection();
  return getPasswordLinkName(token, now());
}
