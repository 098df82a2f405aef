import type { Metadata } from "next";
import { MissingPage } from "@/components/shop/missing-page";

export const metadata: Metadata = { title: "Nothing at this address" };

export default function NotFound() {
  return (
    <main>
      <MissingPage />
    </main>
  );
}
