"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { parseShopFilter, shopHref } from "@/lib/features/catalog/shop-filter";

// Which box was touched last: the answer is another page, and the keyboard should find itself where it was.
let touched: { name: string; value: string } | null = null;

const besideThePieces = "(min-width: 64rem)";

/**
 * The form asks /shop by itself, without any of this. With scripts, a choice made beside the pieces is answered at
 * once, without leaving the page; in the panel of a phone, where several are made in a row, the button sends them.
 */
export function FacetForm({ children }: { children: ReactNode }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const element = form.current;
    if (touched && element) find(element, touched)?.focus({ preventScroll: true });
    touched = null;
    // Next keeps a page that was left; on the way back its boxes must say what its address says.
    return () => element?.reset();
  }, []);

  const ask = (element: HTMLFormElement, options: { scroll: boolean }) => {
    const pairs = [...new FormData(element)].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    router.push(shopHref(parseShopFilter(pairs)), options);
  };

  return (
    <form
      ref={form}
      action="/shop"
      autoComplete="off"
      onChange={(event) => {
        if (!window.matchMedia(besideThePieces).matches) return;
        const { name, value } = event.target as HTMLFormElement & HTMLInputElement;
        touched = { name, value };
        ask(event.currentTarget, { scroll: false });
      }}
      onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>("[popover]:popover-open")?.hidePopover();
        ask(event.currentTarget, { scroll: true });
      }}
    >
      {children}
    </form>
  );
}

function find(
  form: HTMLFormElement,
  { name, value }: { name: string; value: string },
): HTMLElement | undefined {
  return [...form.elements].find(
    (element): element is HTMLInputElement | HTMLSelectElement =>
      (element instanceof HTMLInputElement && element.name === name && element.value === value) ||
      (element instanceof HTMLSelectElement && element.name === name),
  );
}
