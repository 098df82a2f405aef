import { elsewhere, type FormCase, type Who } from "./form-case";
import type { World } from "./form-world";

export const benchForms: Record<string, FormCase> = {
  revokeOrderLinkAction: order("artisan"),
  renewOrderLinkAction: order("artisan"),
  requestRefundAction: {
    as: "owner",
    good: ({ paid, paidVersion }) => ({
      ...{ orderId: paid.id, version: String(paidVersion) },
      ...{ currency: "GBP", amountMinor: "5.00", reason: "A scratch" },
    }),
    required: ["orderId", "version", "currency", "amountMinor", "reason"],
    tampered: ({ unpaid }) => [
      { orderId: unpaid.id },
      { version: "99" },
      { version: "a" },
      { currency: "USD" },
      { orderId: elsewhere },
      { amountMinor: "0" },
      { amountMinor: "-5" },
      { amountMinor: "99999" },
      { amountMinor: "5.001" },
      { amountMinor: "NaN" },
      { reason: "a\u0000b" },
    ],
  },
  changeJobAction: {
    as: "artisan",
    good: ({ job, artisan }) => ({
      command: "start",
      jobId: job.id,
      version: String(job.version),
      position: String(nextStage(job)),
      artisanId: artisan.artisanId ?? "",
    }),
    required: ["command", "jobId", "version", "position"],
    tampered: ({ job }) => [
      { command: "destroy" },
      { jobId: elsewhere },
      { jobId: "a\u0000b" },
      { version: "0" },
      { version: "999" },
      { version: "x" },
      { position: "99" },
      { position: "-1" },
      { artisanId: elsewhere },
      { command: "finish" },
      { command: "check", result: "passed" },
      { command: "hold", reason: "" },
      { command: "hold", reason: "a\u0000b" },
      { status: "READY", version: String(job.version) },
    ],
  },
  addNoteAction: {
    as: "artisan",
    good: ({ job }) => ({ jobId: job.id, body: "Mind the left stone" }),
    required: ["jobId", "body"],
    tampered: () => [{ jobId: elsewhere }, { body: "   " }, { body: "a\u0000b" }],
  },
  shipOrderAction: {
    as: "artisan",
    good: ({ paid, ready }) => ({
      orderId: paid.id,
      jobIds: [ready],
      carrier: "Royal Mail",
      trackingNumber: "RM 1",
    }),
    required: ["orderId", "jobIds", "carrier", "trackingNumber"],
    tampered: ({ unpaid, job }) => [
      { orderId: unpaid.id },
      { orderId: elsewhere },
      { jobIds: [elsewhere] },
      { jobIds: [job.id] },
      { trackingNumber: " " },
      { trackingNumber: "a\u0000b" },
    ],
  },
  noticeDelayAction: {
    as: "artisan",
    good: ({ paid }) => ({ orderId: paid.id, newShipBy: "2099-01-05", reason: "The assay office is closed" }),
    required: ["orderId", "reason"],
    tampered: () => [
      { orderId: elsewhere },
      { newShipBy: "yesterday" },
      { newShipBy: "2020-01-01" },
      { newShipBy: "2026-02-31" },
      { reason: "a\u0000b" },
    ],
  },
  markSizerPostedAction: {
    as: "artisan",
    good: ({ sizer }) => ({ sizerId: sizer.id }),
    required: ["sizerId"],
    tampered: () => [{ sizerId: elsewhere }, { sizerId: "a\u0000b" }],
  },
  setPhotoVisibleAction: {
    as: "artisan",
    good: ({ photo }) => ({ photoId: photo.id, visible: "true" }),
    required: ["photoId", "visible"],
    tampered: () => [{ photoId: elsewhere }, { visible: "perhaps" }],
  },
};

function order(as: Who): FormCase {
  return {
    as,
    good: ({ paid }) => ({ orderId: paid.id }),
    required: ["orderId"],
    tampered: () => [{ orderId: elsewhere }, { orderId: "a\u0000b" }],
  };
}

function nextStage({ stages }: World["job"]): number {
  return Math.min(...stages.filter(({ status }) => status === "PLANNED").map(({ position }) => position));
}
