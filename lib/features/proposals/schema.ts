import { z } from "zod";
import { personalText } from "@/lib/domain/address";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { PriceLine } from "@/lib/domain/price";
import type { WordChange } from "@/lib/domain/spec-change";
import type { TypedPersonalization } from "@/lib/features/cart/personalization-form";
import type { PiecePicture } from "@/lib/features/previews/schema";

export const proposalStatuses = [
  "OPEN",
  "ACCEPTED",
  "COMMENTED",
  "DECLINED",
  "WITHDRAWN",
  "EXPIRED",
  "OVERTAKEN",
] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];
export type ProposalKind = "PROOF" | "CHANGE";

/** 160 bits in base64url, as every link of ours. */
export const proposalTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{27}$/);

const id = z.string().min(1).max(40);
const version = z.coerce.number<unknown>().int().min(1);
const MOST_WORDS = 1000;
const unprintable = /[^\P{Cc}\n]|[\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]/u;
/** As a person writes it: line ends and edges tidied, what can't be seen refused. */
const words = z
  .string("Please write plain text.")
  .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(MOST_WORDS, `Please use at most ${MOST_WORDS.toLocaleString("en-GB")} characters.`)
      .refine((text) => !unprintable.test(text), "Please use visible characters only."),
  );
const wordsNeeded = (missing: string) => words.pipe(z.string().min(1, missing));

const pieceShape = { jobId: id, version, scope: z.enum(["one", "all"]).default("one") };

/** The piece as it is made now, put before the customer. */
export const sendProofSchema = z.strictObject({ ...pieceShape, note: words.default("") });
/** Typed, not judged yet: what the product allows is known when it has been read. */
export const proposeChangeSchema = z.strictObject({
  ...pieceShape,
  note: words.default(""),
  /** where the form came from, and leads back to */
  jobNumber: z.string().max(30),
  product: z.string().max(120),
  personalization: z.custom<TypedPersonalization>(),
});
export const withdrawProposalSchema = z.strictObject({ proposalId: id });
export const declineRequestSchema = z.strictObject({
  requestId: id,
  answer: wordsNeeded("Please say why, in a sentence for the customer."),
});

export const answerProposalSchema = z
  .strictObject({
    token: proposalTokenSchema,
    answer: z.enum(["accept", "comment", "decline"], "Please choose an answer."),
    comment: words.default(""),
  })
  .refine(({ answer, comment }) => answer !== "comment" || comment !== "", {
    path: ["comment"],
    message: "Please say what should be different.",
  });
export const askChangeSchema = z.strictObject({
  token: proposalTokenSchema,
  piece: personalText("Please choose the piece.", 30),
  wish: wordsNeeded("Please say what you would like to be different."),
});

export type SendProofInput = z.output<typeof sendProofSchema>;
export type ProposeChangeInput = z.output<typeof proposeChangeSchema>;
export type AnswerProposalInput = z.output<typeof answerProposalSchema>;
export type AskChangeInput = z.output<typeof askChangeSchema>;

/** A proposal as its customer sees it. */
export type ProposalView = {
  kind: ProposalKind;
  status: ProposalStatus;
  number: number;
  orderNumber: string;
  orderToken: string;
  productName: string;
  /** "TM-1042-1" */
  pieces: string[];
  piecesOfLine: number;
  /** false: a proof of what was ordered, as it was ordered */
  changes: boolean;
  words: WordChange[];
  picture: PiecePicture | null;
  /** as it is made now, where that would change */
  pictureBefore: PiecePicture | null;
  note: string;
  comment: string;
  currency: string;
  /** of one piece */
  unitMinor: number;
  differenceMinor: number;
  lines: PriceLine[];
  /** of all its pieces together: what is to be paid, or goes back where it is below 0 */
  totalDifferenceMinor: number;
  /** why it can't be returned, in words; "" where it can */
  personalBecause: string;
  /** told instead of the promise, where it takes longer */
  later: { shipBy: IsoDate; arrives: { p50: IsoDate; p90: IsoDate } } | null;
  sentOn: IsoDate;
  /** last day on which it can be agreed to */
  expiresOn: IsoDate | null;
  answeredOn: IsoDate | null;
  /** earlier ones of the same pieces, newest first: what they looked like and what was said */
  earlier: { number: number; sentOn: IsoDate; changed: string[]; note: string; comment: string }[];
};

/** A proposal as the studio lists it. */
export type StudioProposal = {
  proposalId: string;
  number: number;
  kind: ProposalKind;
  status: ProposalStatus;
  note: string;
  comment: string;
  sentAt: string;
  sentBy: string | null;
  /** the order's link was closed or renewed since, and with it the customer's way to this */
  linkClosed: boolean;
  answeredAt: string | null;
  expiresAt: string | null;
  words: WordChange[];
  changes: boolean;
  specHash: string;
  totalDifferenceMinor: number;
  currency: string;
  pieces: string[];
};

export type StudioRequest = { requestId: string; body: string; at: string; jobNumber: string };

export type PieceVersionView = {
  version: number;
  specHash: string;
  at: string;
  /** what differs from the one before */
  words: WordChange[];
  unitMinor: number;
};

/** All that a job's page says about proofs and changes. */
export type PieceProposals = {
  proposals: StudioProposal[];
  requests: StudioRequest[];
  versions: PieceVersionView[];
  /** its proof hasn't been approved */
  awaitsProof: boolean;
  /** what can still be changed, in words; empty: nothing */
  changeable: string[];
  /** other pieces of the line that are made the same and stand the same */
  alike: number;
};

export type PieceToChange = {
  jobId: string;
  number: string;
  version: number;
  productSlug: string;
  productName: string;
  /** the form's fields: as was last put before the customer and not settled, or else as the piece is made now */
  fields: Record<string, string>;
  proposals: PieceProposals;
};

/** What Today shows: proofs and wishes that wait for us, and for the customer. */
export type WaitingProposals = {
  forUs: {
    jobNumber: string;
    productName: string;
    what: "SEND" | "COMMENTED" | "ASKED";
    since: string | null;
  }[];
  forCustomer: {
    jobNumber: string;
    productName: string;
    kind: ProposalKind;
    since: string;
    reminded: boolean;
  }[];
};

/** On the order's page: what waits for an answer, and what came of the others. */
export type OrderProposalView = {
  kind: ProposalKind;
  status: ProposalStatus;
  number: number;
  pieces: string[];
  productName: string;
  token: string;
  sentOn: IsoDate;
};
