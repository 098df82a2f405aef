export type BucketRule = {
  /** how many may come at once */
  burst: number;
  perSecond: number;
};

export type Buckets = {
  /** `cost`: of so many questions at once; never more than the burst. null: go on. Else the whole seconds after which there is room again */
  take(subject: string, nowMs: number, cost?: number): number | null;
};

/** Beyond it the address that was longest silent is forgotten: its bucket has filled up meanwhile. */
const MOST_SUBJECTS = 20_000;

/**
 * A bucket for each address, in this process. Quotes change nothing and cost a few milliseconds: counting them in the
 * database, as what writes is counted, would cost more than they do. Several web servers each give their own share.
 */
export function createBuckets({ burst, perSecond }: BucketRule): Buckets {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(subject, nowMs, cost = 1) {
      const known = buckets.get(subject);
      const elapsed = known ? Math.max(0, nowMs - known.at) / 1000 : 0;
      const level = known ? Math.min(burst, known.level + elapsed * perSecond) : burst;
      // Taken out and put in again: a map keeps the order, and so the longest silent stands first.
      if (known) buckets.delete(subject);
      else if (buckets.size >= MOST_SUBJECTS) buckets.delete(buckets.keys().next().value ?? "");
      if (level < cost) {
        buckets.set(subject, { level, at: nowMs });
        return Math.max(1, Math.ceil((cost - level) / perSecond));
      }
      buckets.set(subject, { level: level - cost, at: nowMs });
      return null;
    },
  };
}
