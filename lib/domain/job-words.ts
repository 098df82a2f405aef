import type { JobRefusal } from "@/lib/domain/job";

/** Why a job doesn't move, in words for the bench. */
export const jobRefusalWords: Record<JobRefusal, string> = {
  NO_SUCH_STAGE: "This piece has no such stage any more.",
  NOT_NEXT_STAGE: "Another stage comes first.",
  ALREADY_STARTED: "This stage is under way already.",
  NOT_STARTED: "This stage hasn’t been started yet.",
  ALREADY_DONE: "This stage is done already.",
  NEEDS_CHECK_RESULT: "Please say whether the piece passed.",
  NOT_A_CHECK: "Only checking passes or fails.",
  NEEDS_ARTISAN: "Please choose whose hands it goes into.",
  LACKS_SKILL: "This stage isn’t among their skills.",
  IS_OUTSIDE_WORK: "This stage is done outside the workshop.",
  PROOF_IS_SENT: "This begins when the proof is sent to the customer.",
  NEEDS_APPROVAL: "Only the customer ends this, by approving the proof.",
  NO_PROOF_WAITS: "This piece isn’t waiting for a proof any more.",
  ON_HOLD: "The piece is on hold. Take it off hold first.",
  NOT_ON_HOLD: "The piece isn’t on hold.",
  NOT_READY: "The piece isn’t ready to leave yet.",
  ALREADY_SHIPPED: "The piece has left the workshop.",
  JOB_CANCELLED: "This piece was cancelled.",
};
