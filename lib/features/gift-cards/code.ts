import { createHash, createHmac } from "node:crypto";
import { GIFT_CODE_BYTES, readGiftCode, writeGiftCode } from "@/lib/domain/gift-card";
import { getEnv } from "@/lib/platform/env";

/**
 * The code of a card, made anew from the installation's secret whenever it is to be shown: in the mail, and on the
 * page that its buyer prints. It never lies in the database. 80 bits that nobody can foretell without the secret.
 */
export function codeOfCard(cardId: string): string {
  const digest = createHmac("sha256", getEnv().AUTH_SECRET).update(`gift-card\n${cardId}`).digest();
  return writeGiftCode(digest.subarray(0, GIFT_CODE_BYTES));
}

/** What is kept of a code: enough to recognise it, too little to spend it. Null for what can't be one. */
export function hashGiftCode(typed: string): string | null {
  const read = readGiftCode(typed);
  return read && createHash("sha256").update(read).digest("hex");
}

/** What is written on a card that is issued now. */
export function issuedCode(cardId: string): { codeHash: string; lastFour: string } {
  const code = codeOfCard(cardId);
  const codeHash = hashGiftCode(code);
  if (!codeHash) throw new Error("A gift card's own code can't be read");
  return { codeHash, lastFour: code.slice(-4) };
}
