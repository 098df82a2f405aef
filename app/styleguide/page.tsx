import type { Metadata } from "next";
import { Shell } from "@/components/shop/page-shell";
import { Actions } from "@/components/styleguide/actions";
import { Choices } from "@/components/styleguide/choices";
import { Fields } from "@/components/styleguide/fields";
import { Messages } from "@/components/styleguide/messages";
import { Structure } from "@/components/styleguide/structure";
import { Tokens } from "@/components/styleguide/tokens";

export const metadata: Metadata = { title: "Styleguide", robots: { index: false } };

/** Every primitive in every state. For who builds the shop: proxy.ts hides it from everybody else. */
export default function StyleguidePage() {
  return (
    <main>
      <Shell className="pb-16">
        <h1 className="pt-12 pb-8 font-display text-4xl">Styleguide</h1>
        <Tokens />
        <Actions />
        <Fields />
        <Choices />
        <Messages />
        <Structure />
      </Shell>
    </main>
  );
}
