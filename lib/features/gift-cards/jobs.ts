import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { expireCards, sendDueCards } from "@/lib/features/gift-cards/mutations";
import { now } from "@/lib/platform/clock";

export const giftCardJobs = {
  "gift-cards.due": async () => {
    const moment = now();
    await sendDueCards({ now: moment });
    await expireCards({ now: moment });
  },
} satisfies SomeJobHandlers;

export const giftCardCron: CronEntry[] = [{ job: "gift-cards.due", pattern: "*/10 * * * *" }];
