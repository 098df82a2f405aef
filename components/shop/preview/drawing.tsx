import { useLayoutEffect, useRef } from "react";

/**
 * Our own renderer's numbers and outlines, no word of anyone's. They live in a shadow tree, because the form's rules
 * ask `:has(…)`: every letter's coming and going in the page itself would have all of them looked at again.
 */
export function Drawing({
  viewBox,
  markup,
  className,
}: {
  viewBox: string;
  markup: string;
  className: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = host.current && (host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" }));
    if (root)
      root.innerHTML = `<svg viewBox="${viewBox}" aria-hidden="true" style="display:block;width:100%;height:100%">${markup}</svg>`;
  }, [viewBox, markup]);
  return <div ref={host} className={className} />;
}
