import type { Metadata } from "next";
import { BenchFaults } from "@/components/studio/bench-faults";
import { WhatIfView } from "@/components/studio/what-if-view";
import { loadBenchFaults } from "@/lib/features/promises/loaders";
import { applyToBenchAction, putFirstAction } from "@/lib/features/what-if/actions";
import { loadWhatIf } from "@/lib/features/what-if/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: its forms work without scripts, and then must show the answer.
export const instant = false;

export const metadata: Metadata = { title: "What if" };

export default async function WhatIfPage({ searchParams }: PageProps<"/studio/what-if">) {
  const query = await searchParams;
  const [page, faults, bench, first] = await Promise.all([
    loadWhatIf(query),
    loadBenchFaults(),
    readAnswer(applyToBenchAction),
    readAnswer(putFirstAction),
  ]);
  return (
    <>
      <BenchFaults faults={faults} />
      <WhatIfView page={page} done={query.done === "yes"} answers={{ bench, first }} />
    </>
  );
}
