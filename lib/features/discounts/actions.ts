"use server";

import { readDiscountForm } from "@/lib/features/discounts/discount-form";
import { pauseDiscount, saveDiscount } from "@/lib/features/discounts/mutations";
import { pauseDiscountSchema, saveDiscountSchema } from "@/lib/features/discounts/schema";
import { staffActor } from "@/lib/features/orders/events";
import { studioAction } from "@/lib/platform/studio-action";

export const saveDiscountAction = studioAction({
  name: "discounts.save",
  role: "OWNER",
  input: saveDiscountSchema,
  read: readDiscountForm,
  run: (input, { now, staff }) => saveDiscount(input, { now, actor: staffActor(staff) }),
});

export const pauseDiscountAction = studioAction({
  name: "discounts.pause",
  role: "OWNER",
  input: pauseDiscountSchema,
  run: (input, { now, staff }) => pauseDiscount(input, { now, actor: staffActor(staff) }),
});
