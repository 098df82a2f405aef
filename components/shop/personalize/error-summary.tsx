import { useEffect, useRef } from "react";
import type { Errors } from "@/components/shop/personalize/fields";
import { Notice } from "@/components/ui/notice";

/** What a submission met, above everything: the page may have been loaded anew, and the field may be far down. */
export function ErrorSummary({
  message,
  errors,
  moved,
}: {
  message: string | null;
  errors: Errors;
  /** nothing is wrong: two stones have changed places, and the form came back so */
  moved: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message) box.current?.focus();
  }, [message]);
  if (!message) return null;
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone={moved ? "accent" : "danger"} title={message} role={moved ? "status" : "alert"}>
        <ul className="mt-1 grid gap-1">
          {Object.entries(errors).map(([name, text]) => (
            <li key={name}>{text}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
