import type { Metadata } from "next";
import { PromiseRecordView } from "@/components/studio/promise-record";
import { adoptPlanAction } from "@/lib/features/promises/actions";
import { loadPromiseRecord } from "@/lib/features/promises/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: its forms work without scripts, and then must show the answer.
export const instant = false;

export const metadata: Metadata = { title: "Promises" };

export default async function PromisesPage() {
  const [record, answer] = await Promise.all([loadPromiseRecord(), readAnswer(adoptPlanAction)]);
  return <PromiseRecordView record={record} answer={answer} />;
}
