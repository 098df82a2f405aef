import { z } from "zod";

/** The same limits as lib/platform/password.ts, which runs on the server only. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

const emailSchema = z
  .string("Please type an e-mail address.")
  .trim()
  .toLowerCase()
  .max(254, "This is too long for an e-mail address.")
  .pipe(z.email("This doesn't look like an e-mail address."));

/** Counted as it is hashed: some letters are typed as two characters on one keyboard and as one on another. */
export const newPasswordSchema = z
  .string("Please choose a password.")
  .max(4 * PASSWORD_MAX, { error: `Please use at most ${PASSWORD_MAX} characters.`, abort: true })
  .normalize("NFKC")
  .min(PASSWORD_MIN, `Please use at least ${PASSWORD_MIN} characters: three or four words are easy to keep.`)
  .max(PASSWORD_MAX, `Please use at most ${PASSWORD_MAX} characters.`);

const personName = z
  .string("Please type a name.")
  .trim()
  .min(1, "Please type a name.")
  .max(80, "Please use at most 80 characters.");

export const roles = ["OWNER", "ARTISAN"] as const;
export const roleLabels = { OWNER: "Owner", ARTISAN: "Artisan" } as const satisfies Record<
  (typeof roles)[number],
  string
>;

const ownPath = /^\/(?![/\\])[^\\\s]{0,500}$/;

/**
 * Where to go after signing in, from the sign-in page's own address (?next=…): a path of ours, never another
 * site. Asked of the Referer, so that the page is the same for everybody and works without scripts.
 */
export function nextPath(referer: string | null): string {
  const next = referer && URL.canParse(referer) ? new URL(referer).searchParams.get("next") : null;
  return next && ownPath.test(next) ? next : "/studio";
}

export const signInSchema = z.strictObject({
  email: z
    .string("Please type your e-mail address.")
    .trim()
    .toLowerCase()
    .min(1, "Please type your e-mail address.")
    .max(254, "This is too long for an e-mail address."),
  password: z.string("Please type your password.").min(1, "Please type your password."),
});

export const changePasswordSchema = z.strictObject({
  current: z.string("Please type your present password.").min(1, "Please type your present password."),
  password: newPasswordSchema,
});

export const choosePasswordSchema = z.strictObject({
  token: z.string().max(200),
  password: newPasswordSchema,
});

export const sessionIdSchema = z.strictObject({ sessionId: z.string().min(1).max(40) });
export const userIdSchema = z.strictObject({ userId: z.string().min(1).max(40) });

export const addPersonSchema = z.strictObject({
  name: personName,
  email: emailSchema,
  role: z.enum(roles, "Please choose a role."),
  /** the bench that this person works at; blank for somebody who only looks after the shop */
  artisanId: z
    .string()
    .max(40)
    .transform((id) => id || null)
    .default(null),
});
export type NewPerson = z.output<typeof addPersonSchema>;

export type SessionView = {
  id: string;
  device: string;
  startedAt: string;
  current: boolean;
};

export type PersonView = {
  id: string;
  name: string;
  email: string;
  role: (typeof roles)[number];
  artisanName: string | null;
  disabled: boolean;
  /** false until the welcome link has been used */
  hasPassword: boolean;
  sessions: number;
};

/** Told to every page that shows who is signed in. */
export type StaffView = { name: string; role: (typeof roles)[number]; artisanId: string | null };
