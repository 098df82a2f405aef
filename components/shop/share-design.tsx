"use client";

import { startTransition, useActionState, useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { TextField } from "@/components/ui/text-field";
import { shareDesignAction } from "@/lib/features/designs/actions";

export type ShareState = ReturnType<typeof useShareDesign>;

/** The answer to "Share this design", for the form that its button stands in. */
export function useShareDesign() {
  const [state, dispatch, pending] = useActionState(shareDesignAction, null);
  return { state, dispatch, pending };
}

type ShareDesignProps = {
  share: ShareState;
  /** whether the form can be sent as it is; if not, it says why */
  check: (form: HTMLFormElement) => Promise<boolean>;
};

/** A button of the form around it. Without scripts it sends that form, and leads to the shared page itself. */
export function ShareDesign({ share: { state, dispatch, pending }, check }: ShareDesignProps) {
  const [address, setAddress] = useState("");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!state?.ok) return;
    const whole = new URL(state.value.path, location.href).href;
    setAddress(whole);
    void copy(whole).then(setCopied);
  }, [state]);

  return (
    <div className="grid justify-items-start gap-2">
      <button
        type="submit"
        formAction={dispatch}
        className={buttonClass({ variant: "quiet" })}
        aria-disabled={pending}
        onClick={(event) => {
          event.preventDefault();
          const { form } = event.currentTarget;
          if (!form || pending) return;
          void check(form).then((good) => {
            if (good) startTransition(() => dispatch(new FormData(form)));
          });
        }}
      >
        {pending ? "One moment" : "Share this design"}
      </button>
      {address !== "" && (
        <div className="grid w-full gap-1.5">
          <TextField
            label="Its link"
            readOnly
            value={address}
            hint="Whoever opens it sees the piece as you chose it, words and all. It works for a year."
            onFocus={({ target }) => target.select()}
          />
          <p role="status" className="min-h-6 text-ink-soft text-sm">
            {copied ? "Copied." : ""}
          </p>
        </div>
      )}
    </div>
  );
}

/** Browsers may refuse: then the link stands there to be copied by hand. */
async function copy(text: string): Promise<boolean> {
  return navigator.clipboard
    ? navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    : false;
}
