import Link from "next/link";

/** The least that a Next page can be: some text and one link. What ours cost is measured against it. */
export default function Page() {
  return (
    <main>
      <h1>A bare static page</h1>
      <p>It has nothing to load and nobody to know.</p>
      <Link href="/">Home</Link>
    </main>
  );
}
