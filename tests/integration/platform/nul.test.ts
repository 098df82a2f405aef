import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/features/accounts/sign-in";
import { getPhotoForBuyer } from "@/lib/features/workshop/job-photos";
import { emptyDatabase } from "../../support/database";

const now = Temporal.Now.instant();

beforeEach(emptyDatabase);

describe("U+0000, which PostgreSQL keeps in no text", () => {
  it("a photo's address with a NUL in it is not found, and no failure", async () => {
    expect(await getPhotoForBuyer({ photoId: "\0", orderToken: "x" })).toBeNull();
  });
  it("a sign-in with a NUL in it is a wrong sign-in", async () => {
    expect(
      await signIn({ email: "a\0@b", password: "x", address: "1", userAgent: null }, { now }),
    ).toMatchObject({ ok: false });
  });
});
