import { useState } from "react";

/** Of the answers to two actions of one form, the one that came last: what the other said has been overtaken. */
export function useLatest<First, Second>(first: First, second: Second): First | Second | null {
  const [before, remember] = useState<{ first: First; second: Second; latest: First | Second | null }>({
    first,
    second,
    latest: first ?? second ?? null,
  });
  if (before.first !== first) remember({ first, second, latest: first });
  else if (before.second !== second) remember({ first, second, latest: second });
  return before.latest;
}
