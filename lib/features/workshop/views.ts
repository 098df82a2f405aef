import type { IsoDate } from "@/lib/domain/calendar-days";
import type { JobStatus } from "@/lib/domain/job";
import type { OrderStatus } from "@/lib/domain/order";
import type { ArtisanState } from "@/lib/domain/promise-bench";
import type { Risk } from "@/lib/domain/promise-forecast";

/** What the studio's pages show: plain data. Moments are ISO instants, days "YYYY-MM-DD". */

export type ForecastView = {
  /** today's expected day of leaving; null: the bench never gets there */
  expectedOn: IsoDate | null;
  /** the same on a bad day */
  badDayOn: IsoDate | null;
  risk: Risk;
  /** when the next stage would be begun, where it waits for hands */
  nextStartsAt: string | null;
  /** "Waiting for Mara or Tom", "With Mara", "At the casting house", "On hold" … */
  waitsFor: string;
  /** the same and until when, and what it will wait for longest: why its day is what it is */
  reason: string;
};

export type JobCard = {
  jobId: string;
  number: string;
  version: number;
  orderId: string;
  orderNumber: string;
  productName: string;
  /** the spec on one line */
  spec: string;
  status: JobStatus;
  holdReason: string | null;
  rush: boolean;
  gift: boolean;
  dueOn: IsoDate;
  queuedAt: string;
  /** what comes next or is under way; null when every stage is done */
  stage: {
    position: number;
    stage: string;
    label: string;
    kind: "bench" | "external";
    round: number;
    startedAt: string | null;
    artisanName: string | null;
  } | null;
  forecast: ForecastView;
};

export type BoardColumn = { stage: string; label: string; kind: "bench" | "external"; cards: JobCard[] };
export type Board = {
  today: IsoDate;
  /** every stage of the workshop, in order, also the empty ones; held jobs stay in their stage */
  columns: BoardColumn[];
  ready: JobCard[];
};

export type DueFilter = "all" | "late" | "risk" | "week" | "hold" | "rush" | "ready";
export type DueList = {
  today: IsoDate;
  filter: DueFilter;
  cards: JobCard[];
  total: number;
  nextCursor: string | null;
};

export type EventView = {
  id: string;
  at: string;
  type: string;
  sentence: string;
  /** the person's name, or "Buyer", "Stripe", "Touchmark" */
  by: string;
  jobNumber: string | null;
};

export type JobStageView = {
  position: number;
  stage: string;
  label: string;
  kind: "bench" | "external";
  skill: string | null;
  round: number;
  status: "PLANNED" | "STARTED" | "DONE";
  typicalMinutes: number;
  badDayMinutes: number;
  actualMinutes: number | null;
  passed: boolean | null;
  startedAt: string | null;
  doneAt: string | null;
  artisanName: string | null;
  /** who may take it, in the order in which they are asked; the board's buttons offer them */
  able: { id: string; name: string }[];
};

export type PhotoView = {
  photoId: string;
  caption: string;
  width: number;
  height: number;
  visibleToBuyer: boolean;
  byName: string;
  at: string;
};

export type JobView = Omit<JobCard, "spec"> & {
  productSlug: string;
  specHash: string;
  /** describeSpec's words */
  spec: { label: string; value: string }[];
  /** RFC 8785: what the engraving's outlines are made from */
  specCanonical: string;
  /** the places that are engraved; each has a file for the bench */
  engravings: { zone: string; label: string }[];
  pieceIndex: number;
  pieces: number;
  giftMessage: string;
  buyerName: string;
  promisedShipBy: IsoDate;
  finishedAt: string | null;
  stages: JobStageView[];
  notes: { noteId: string; body: string; byName: string; at: string }[];
  photos: PhotoView[];
  events: EventView[];
  shipment: { carrier: string; trackingNumber: string; trackingUrl: string | null; shippedAt: string } | null;
};

export type OrderRow = {
  orderId: string;
  number: string;
  name: string;
  status: OrderStatus;
  placedAt: string;
  totalMinor: number;
  currency: string;
  pieces: number;
  /** of the parcel that is next to leave, or was the last */
  shipBy: IsoDate | null;
};
export type OrderList = { rows: OrderRow[]; nextCursor: string | null };

export type StudioOrder = OrderRow & {
  version: number;
  /** a payment of another sum than was asked for, for the owner to send back */
  held: { amountMinor: number; currency: string } | null;
  email: string;
  phone: string | null;
  /** name and address, a line each */
  shipTo: string[];
  country: string;
  shippingLabel: string;
  carrier: string;
  /** the buyer's key to /orders/[token]; null once revoked */
  token: string | null;
  subtotalMinor: number;
  shippingMinor: number;
  discount: { label: string; amountMinor: number } | null;
  taxMinor: number;
  /** how much of the total gift cards pay */
  giftCardMinor: number;
  refundedMinor: number;
  paidAt: string | null;
  shippedAt: string | null;
  /** of each parcel, the soonest first; `jobIds`: the pieces in it */
  promises: {
    parcel: number;
    shipBy: IsoDate;
    arrivesP50: IsoDate;
    arrivesP90: IsoDate;
    jobIds: string[];
  }[];
  lines: {
    lineId: string;
    /** 1: as it was ordered; above: a change that the buyer agreed to */
    version: number;
    /** numbers of the pieces that are made so */
    pieces: string[];
    proof: boolean;
    productName: string;
    spec: { label: string; value: string }[];
    quantity: number;
    unitMinor: number;
    totalMinor: number;
    gift: boolean;
    giftMessage: string;
    returnable: boolean;
    personalBecause: string;
  }[];
  jobs: JobCard[];
  shipments: {
    shipmentId: string;
    carrier: string;
    trackingNumber: string;
    trackingUrl: string | null;
    shippedAt: string;
    byName: string | null;
    jobNumbers: string[];
  }[];
  refunds: {
    refundId: string;
    amountMinor: number;
    reason: string;
    status: string;
    at: string;
    byName: string | null;
    /** onto which card it went; null: the way the buyer paid */
    giftCardEnding: string | null;
  }[];
  events: EventView[];
};

export type Dashboard = {
  today: IsoDate;
  open: number;
  late: number;
  dueThisWeek: number;
  onHold: number;
  ready: number;
  rush: number;
  /** on time so far, but not by today's forecast */
  willBeLate: number;
  /** only a bad day would make them late */
  atRisk: number;
  /** order number and piece of what is most urgent */
  urgent: JobCard[];
};

export type ArtisanView = ArtisanState & {
  active: boolean;
  position: number;
  version: number;
  /** signs in for this bench */
  userName: string | null;
  timeOffRows: { timeOffId: string; from: IsoDate; to: IsoDate; reason: string | null }[];
};
