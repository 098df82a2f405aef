import { listClosures } from "@/lib/features/workshop/closures";
import { getWorkshop, listStages, nationalHolidaysOf } from "@/lib/features/workshop/data";
import {
  type AlloyPriceView,
  listArtisans,
  listMetalPrices,
  listShippingMethods,
} from "@/lib/features/workshop/people-data";
import type { DayView, StageView, StudioShippingMethod, WorkshopView } from "@/lib/features/workshop/schema";
import type { ArtisanView } from "@/lib/features/workshop/views";
import { requireStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";

/** Each for the owner alone. */

export async function loadWorkshopSettings(): Promise<WorkshopView> {
  await requireStaff("OWNER", "/studio/settings");
  return mustBeSetUp();
}

export async function loadBenchSettings(): Promise<{ artisans: ArtisanView[]; stages: StageView[] }> {
  await requireStaff("OWNER", "/studio/settings/bench");
  const [artisans, stages] = await Promise.all([listArtisans(now()), listStages()]);
  return { artisans, stages: stages.filter(({ skill }) => skill !== null) };
}

export async function loadCalendarSettings(): Promise<{ closures: DayView[]; holidays: DayView[] }> {
  await requireStaff("OWNER", "/studio/settings/calendar");
  const moment = now();
  const today = moment.toString().slice(0, 10);
  const [workshop, closures] = await Promise.all([mustBeSetUp(), listClosures(today)]);
  const year = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const holidays = nationalHolidaysOf(workshop, moment).filter(({ date }) => date >= today && date < year);
  return { closures, holidays };
}

export async function loadMetalSettings(): Promise<{ alloys: AlloyPriceView[]; workshop: WorkshopView }> {
  await requireStaff("OWNER", "/studio/settings/metals");
  const [alloys, workshop] = await Promise.all([listMetalPrices(now()), mustBeSetUp()]);
  return { alloys, workshop };
}

export async function loadDeliverySettings(): Promise<{ methods: StudioShippingMethod[]; currency: string }> {
  await requireStaff("OWNER", "/studio/settings/delivery");
  const [methods, { currency }] = await Promise.all([listShippingMethods(), mustBeSetUp()]);
  return { methods, currency };
}

async function mustBeSetUp(): Promise<WorkshopView> {
  const workshop = await getWorkshop();
  if (!workshop) throw new Error("Somebody is signed in to a workshop that isn't set up");
  return workshop;
}
