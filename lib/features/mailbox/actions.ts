"use server";

import { retryMail } from "@/lib/features/mailbox/mutations";
import { retryMailSchema } from "@/lib/features/mailbox/schema";
import { studioAction } from "@/lib/platform/studio-action";

export const retryMailAction = studioAction({
  name: "mailbox.retry-mail",
  input: retryMailSchema,
  run: (input) => retryMail(input),
});
