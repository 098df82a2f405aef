import type { Metadata } from "next";
import { Suspense } from "react";
import { AddPersonForm } from "@/components/studio/add-person-form";
import { PageHead, Panel } from "@/components/studio/page-head";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { PeopleList } from "@/components/studio/people-list";
import { loadPeople } from "@/lib/features/accounts/loaders";

export const metadata: Metadata = { title: "People" };

export default function PeoplePage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <PeopleContent />
    </Suspense>
  );
}

async function PeopleContent() {
  const { people, freeBenches, ownId } = await loadPeople();
  return (
    <>
      <PageHead title="People" lead="Who may sign in to the studio." />
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
        <Panel>
          <PeopleList people={people} ownId={ownId} />
        </Panel>
        <Panel title="Add somebody">
          <AddPersonForm benches={freeBenches} />
        </Panel>
      </div>
    </>
  );
}
