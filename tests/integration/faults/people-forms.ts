import { elsewhere, type FormCase } from "./form-case";
import { PASSWORD, type World } from "./form-world";

export const peopleForms: Record<string, FormCase> = {
  signInAction: {
    as: "nobody",
    good: () => ({ email: "imogen@example.com", password: PASSWORD }),
    required: ["email", "password"],
    tampered: () => [
      { password: "wrong" },
      { email: "imogen@example.com' OR '1'='1" },
      { email: "a\u0000b@example.com" },
      { role: "OWNER" },
    ],
  },
  signOutAction: { as: "artisan", good: () => ({}), required: [] },
  choosePasswordAction: {
    as: "nobody",
    good: ({ passwordLink }) => ({ token: passwordLink, password: "another three words" }),
    required: ["token", "password"],
    tampered: ({ passwordLink }) => [
      { token: `${passwordLink.slice(0, -1)}_` },
      { token: "nonsense" },
      { password: "short" },
    ],
  },
  setUpWorkshopAction: {
    as: "nobody",
    good: () => ({
      ...place,
      currency: "GBP",
      ownerName: "Eve",
      ownerEmail: "eve@example.com",
      password: PASSWORD,
    }),
    required: [
      "workshopName",
      "email",
      "line1",
      "city",
      "country",
      "timeZone",
      "currency",
      "ownerName",
      "ownerEmail",
      "password",
    ],
    refusedHere: true,
  },
  changePasswordAction: {
    as: "artisan",
    good: () => ({ current: PASSWORD, password: "another three words" }),
    required: ["current", "password"],
    tampered: () => [{ current: "wrong" }, { password: "short" }, { userId: "somebody else" }],
  },
  revokeSessionAction: {
    as: "owner",
    good: ({ otherSession }) => ({ sessionId: otherSession.id }),
    required: ["sessionId"],
    tampered: () => [{ sessionId: elsewhere }],
  },
  revokeOtherSessionsAction: { as: "owner", good: () => ({}), required: [] },
  addPersonAction: {
    as: "owner",
    good: () => ({ name: "Cy", email: "cy@example.com", role: "ARTISAN", artisanId: "" }),
    required: ["name", "email", "role"],
    tampered: ({ artisan }) => [
      { email: "imogen@example.com" },
      { email: "nobody" },
      { role: "KING" },
      { artisanId: artisan.artisanId ?? "" },
      { artisanId: elsewhere },
      { name: "Cy\u0000" },
    ],
  },
  resetPasswordAction: person(({ artisan }) => artisan.id),
  disablePersonAction: person(({ artisan }) => artisan.id),
  enablePersonAction: person(({ disabled }) => disabled.id),
  retryMailAction: {
    as: "artisan",
    good: ({ mail }) => ({ mailId: mail.id }),
    required: ["mailId"],
    tampered: () => [{ mailId: elsewhere }, { mailId: "a\u0000b" }],
  },
};

const place = {
  workshopName: "Alder & Finch",
  email: "hello@example.com",
  phone: "",
  line1: "12 Narrow Quay",
  line2: "",
  city: "Bristol",
  region: "England",
  postalCode: "BS1 4QA",
  country: "GB",
  timeZone: "Europe/London",
};

function person(userId: (world: World) => string): FormCase {
  return {
    as: "owner",
    good: (world) => ({ userId: userId(world) }),
    required: ["userId"],
    tampered: () => [{ userId: elsewhere }, { userId: "a\u0000b" }],
  };
}
