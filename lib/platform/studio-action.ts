import { refresh } from "next/cache";
import { staffAction } from "@/lib/platform/action";

/**
 * A staff action whose page shows the new state in the same answer. Studio pages aren't cached, so there is no
 * tag to expire; and a refusal ("changed by Mara a minute ago") must come with the fresh state as well.
 */
export const studioAction: typeof staffAction = (definition) =>
  staffAction({
    ...definition,
    run: async (input, caller) => {
      const result = await definition.run(input, caller);
      refresh();
      return result;
    },
  });
