import type { Metadata } from "next";
import { Suspense } from "react";
import { BenchFaults } from "@/components/studio/bench-faults";
import { BoardSkeleton, BoardView } from "@/components/studio/board-view";
import { loadBenchFaults } from "@/lib/features/promises/loaders";
import { loadBoard } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Board" };

export default function BoardPage() {
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <BoardContent />
    </Suspense>
  );
}

async function BoardContent() {
  const [board, faults] = await Promise.all([loadBoard(), loadBenchFaults()]);
  return (
    <>
      <BenchFaults faults={faults} />
      <BoardView board={board} />
    </>
  );
}
