"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-class";

type SubmitButtonProps = {
  children: ReactNode;
  /** said while the form is on its way */
  pendingLabel: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  name?: string;
  value?: string;
  /** another action than its form's own */
  formAction?: (form: FormData) => void;
  /** for forms that are sent by other means than their own `action` */
  pending?: boolean;
};

/**
 * Sends its form, and says so while it is under way. It is never disabled: a disabled button loses focus and,
 * where scripts fail, would stay so; a second press while pending is swallowed instead.
 */
export function SubmitButton({ children, pendingLabel, pending: given, ...rest }: SubmitButtonProps) {
  const pending = useFormStatus().pending || given === true;
  return (
    <Button
      type="submit"
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...rest}
    >
      {pending ? pendingLabel : children}
    </Button>
  );
}
