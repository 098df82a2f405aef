"use server";

import { staffActor } from "@/lib/features/orders/events";
import { addArtisan, addTimeOff, removeTimeOff, updateArtisan } from "@/lib/features/workshop/artisans";
import {
  addArtisanSchema,
  addClosureSchema,
  addTimeOffSchema,
  removeClosureSchema,
  removeTimeOffSchema,
  saveShippingMethodSchema,
  setMetalPriceSchema,
  updateArtisanSchema,
  updateWorkshopSchema,
} from "@/lib/features/workshop/management-schema";
import { previewMetalPrice } from "@/lib/features/workshop/metal-preview";
import {
  addClosure,
  removeClosure,
  saveShippingMethod,
  setMetalPrice,
  updateWorkshop,
} from "@/lib/features/workshop/settings";
import { readArtisanForm, readShippingForm, readWorkshopForm } from "@/lib/features/workshop/settings-forms";
import { cacheTags, tagsTouchedBy } from "@/lib/platform/cache";
import { ok, refuse } from "@/lib/platform/errors";
import { readMoneyFields } from "@/lib/platform/money-fields";
import { studioAction } from "@/lib/platform/studio-action";

export const updateWorkshopAction = studioAction({
  name: "workshop.update",
  role: "OWNER",
  input: updateWorkshopSchema,
  read: readWorkshopForm,
  run: (input, { now, staff }) => updateWorkshop(input, { now, actor: staffActor(staff) }),
  tags: [...tagsTouchedBy({ kind: "workshop" }), ...tagsTouchedBy({ kind: "prices" })],
});

export const setMetalPriceAction = studioAction({
  name: "workshop.set-metal-price",
  role: "OWNER",
  input: setMetalPriceSchema,
  read: (form) => readMoneyFields(form, ["pricePerGramMinor"]),
  run: (input, { now, staff }) => setMetalPrice(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "prices" }),
});

/** What a price would do, before it is set: the very form of the one above. */
export const previewMetalPriceAction = studioAction({
  name: "workshop.preview-metal-price",
  role: "OWNER",
  input: setMetalPriceSchema,
  read: (form) => readMoneyFields(form, ["pricePerGramMinor"]),
  run: async (input, { now }) => {
    const preview = await previewMetalPrice(input, now);
    return preview ? ok(preview) : refuse("NOT_FOUND");
  },
});

export const addArtisanAction = studioAction({
  name: "workshop.add-artisan",
  role: "OWNER",
  input: addArtisanSchema,
  read: readArtisanForm,
  run: (input, { now, staff }) => addArtisan(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "bench" }),
});

export const updateArtisanAction = studioAction({
  name: "workshop.update-artisan",
  role: "OWNER",
  input: updateArtisanSchema,
  read: (form) => ({ ...readArtisanForm(form), active: form.get("active") === "on" }),
  run: (input, { now, staff }) => updateArtisan(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "bench" }),
});

export const addTimeOffAction = studioAction({
  name: "workshop.add-time-off",
  role: "OWNER",
  input: addTimeOffSchema,
  run: (input, { now, staff }) => addTimeOff(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "bench" }),
});

export const removeTimeOffAction = studioAction({
  name: "workshop.remove-time-off",
  role: "OWNER",
  input: removeTimeOffSchema,
  run: (input, { now, staff }) => removeTimeOff(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "bench" }),
});

export const addClosureAction = studioAction({
  name: "workshop.add-closure",
  role: "OWNER",
  input: addClosureSchema,
  run: (input, { now, staff }) => addClosure(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "workshop" }),
});

export const removeClosureAction = studioAction({
  name: "workshop.remove-closure",
  role: "OWNER",
  input: removeClosureSchema,
  run: (input, { now, staff }) => removeClosure(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "workshop" }),
});

export const saveShippingMethodAction = studioAction({
  name: "workshop.save-shipping-method",
  role: "OWNER",
  input: saveShippingMethodSchema,
  read: readShippingForm,
  run: (input, { now, staff }) => saveShippingMethod(input, { now, actor: staffActor(staff) }),
  tags: [cacheTags.workshop, cacheTags.queue],
});
