import type { Metadata } from "next";
import { Suspense } from "react";
import { BoardSkeleton, BoardView } from "@/components/studio/board-view";
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
  return <BoardView board={await loadBoard()} />;
}
