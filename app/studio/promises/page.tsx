import type { Metadata } from "next";
import { BenchFaults } from "@/components/studio/bench-faults";
import { PromiseRecordView } from "@/components/studio/promise-record";
import { adoptPlanAction } from "@/lib/features/promises/actions";
import { loadBenchFaults, loadPromiseRecord } from "@/lib/features/promises/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: its forms work without scripts, and then must show the answer.
export const instant = false;

export const metadata: Metadata = { title: "Promises" };

export default async function PromisesPage() {
  const [record, faults, answer] = await Promise.all([
    loadPromiseRecord(),
    loadBenchFaults(),
    readAnswer(adoptPlanAction),
  ]);
  return (
    <>
      <BenchFaults faults={faults} />
      <PromiseRecordView record={record} answer={answer} />
    </>
  );
}
