import { connection } from "next/server";
import { isSetUp } from "@/lib/features/workshop/set-up";

/** Asked at every visit: never part of a page made ahead. */
export async function loadIsSetUp(): Promise<boolean> {
  await connection();
  return isSetUp();
}
