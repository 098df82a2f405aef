import { dayWords } from "@/lib/domain/day-words";
import type { EventFormat } from "@/lib/domain/event-words";
import { formatMoney } from "@/lib/domain/money";

/** How the studio writes money and days in a sentence about what happened. */
export const eventFormat: EventFormat = { money: formatMoney, day: dayWords };
