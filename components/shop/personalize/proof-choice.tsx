import { daysWords } from "@/components/shop/personalize/cost-words";
import type { Fields } from "@/components/shop/personalize/fields";
import { Checkbox } from "@/components/ui/checkbox";
import type { ChoiceDays } from "@/lib/domain/choice-days";
import type { ProofSetting } from "@/lib/domain/proof";

/** A wish beside the piece, not of it: what is made is the same, it only waits for a yes. */
export function ProofChoice({
  setting,
  start,
  days,
}: {
  setting: ProofSetting;
  start: Fields;
  days: ChoiceDays[string] | undefined;
}) {
  if (setting === "NEVER") return null;
  if (setting === "ALWAYS") {
    return (
      <p className="text-ink-soft text-sm">
        You see a proof before it is made: a picture of this very piece, by e-mail, to approve or to comment
        on. The day below counts it in.
      </p>
    );
  }
  const longer = daysWords(days, "on", "");
  return (
    <Checkbox
      name="proof"
      value="on"
      defaultChecked={start.proof === "on"}
      label="Send me a proof before you make it"
      detail={`A picture of this very piece, by e-mail. We begin when you have approved it; the day below counts that in${longer && `: ${longer}`}.`}
    />
  );
}
