"use server";

import { staffActor } from "@/lib/features/orders/events";
import { askForSizer, markSizerPosted } from "@/lib/features/sizers/mutations";
import { askForSizerSchema, sizerIdSchema } from "@/lib/features/sizers/schema";
import { publicAction } from "@/lib/platform/action";
import { studioAction } from "@/lib/platform/studio-action";

// Forms that come back for a postcode count as well; what is really posted, the mutation limits.
const PER_HOUR = { limit: 60, windowSeconds: 3600 };

export const askForSizerAction = publicAction({
  name: "sizers.ask",
  input: askForSizerSchema,
  limit: PER_HOUR,
  run: (input, { now }) => askForSizer(input, { now }),
});

export const markSizerPostedAction = studioAction({
  name: "sizers.posted",
  input: sizerIdSchema,
  run: (input, { now, staff }) => markSizerPosted(input, { now, actor: staffActor(staff) }),
});
