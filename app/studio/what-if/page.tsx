import type { Metadata } from "next";
import { WhatIfView } from "@/components/studio/what-if-view";
import { applyToBenchAction, putFirstAction } from "@/lib/features/what-if/actions";
import { loadWhatIf } from "@/lib/features/what-if/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: its forms work without scripts, and then must show the answer.
export const instant = false;

export const metadata: Metadata = { title: "What if" };

export default async function WhatIfPage({ searchParams }: PageProps<"/studio/what-if">) {
  const query = await searchParams;
  const [page, bench, first] = await Promise.all([
    loadWhatIf(query),
    readAnswer(applyToBenchAction),
    readAnswer(putFirstAction),
  ]);
  return <WhatIfView page={page} done={query.done === "yes"} answers={{ bench, first }} />;
}
