import { type ClaimContext, claims, names } from "@/lib/domain/claims-text";

export type ClaimRuleId =
  | "handmade"
  | "hand-engraved"
  | "recycled"
  | "vermeil"
  | "fineness"
  | "environment"
  | "cultured-pearl"
  | "laboratory-grown";

type ClaimRule = {
  id: ClaimRuleId;
  /** reads only these fields; all where it is missing */
  fields?: (field: string) => boolean;
  /** null where the sentence may stand */
  reason(sentence: string, context: ClaimContext, whole: { field: string; text: string }): string | null;
};

const HANDMADE =
  "\\bhand[- ]?(?:made|wrought|forged)\\b|\\b(?:made|forged|wrought)(?: entirely| wholly)? by hand\\b";
const HAND_ENGRAVED =
  "\\bhand[- ]engrav\\p{L}+|\\bhand[- ]cut (?:letters|words|lettering)|\\b(?:engraved|cuts?) (?:\\p{L}+ ){0,5}by hand\\b";
const FINENESS =
  /\b(?:8|9|10|14|18|22|24) ?(?:k|kt|ct|carat|karat)\b|\b(?:333|375|417|585|750|916|925|950|958|999)\b|\bsterling\b/i;
const ENVIRONMENT =
  "\\b(?:eco|planet|earth|climate)[- ]?friendly\\b|\\benvironmentally (?:friendly|sound|safe|conscious)\\b|\\bsustainabl[ey]\\b|\\bcarbon[- ]neutral\\b|\\bgreen (?:gold|jewell?ery)\\b|\\bguilt[- ]free\\b";
const ETHICAL = "\\bethical(?:ly)?\\b|\\bconflict[- ]free\\b|\\bresponsibl[ey] (?:sourced|mined)\\b";
const VERMEIL = "\\bvermeil\\b";
const PLATED = "\\bgold[- ](?:plated|filled|plating)\\b";

/** 16 CFR 23 in the sections named; 16 CFR 260 for the environment. */
export const claimRules: readonly ClaimRule[] = [
  {
    // 23.3: the whole shaping and finishing from raw stock by hand labour
    id: "handmade",
    reason(sentence, { cast, boughtIn, zones }) {
      if (!claims(sentence, new RegExp(HANDMADE, "iu"))) return null;
      if (cast)
        return "A cast piece isn't handmade: its shape comes from a mould. Say “handcrafted” or “hand-finished”.";
      if (boughtIn.length > 0)
        return `Not the whole piece is made by hand (${boughtIn[0]} is bought in). Say “handcrafted”, or name the part that is handmade and offer it without the rest.`;
      const machine = zones.find((zone) => zone.technique !== "hand");
      if (machine)
        return `The engraving “${machine.label}” is done by ${machine.technique}. Say “handcrafted”, or engrave by hand.`;
      return null;
    },
  },
  {
    id: "hand-engraved",
    reason(sentence, { zones }, { field }) {
      const technique = field.startsWith("techniques") && sentence === "hand-engraving";
      if (!technique && !claims(sentence, new RegExp(HAND_ENGRAVED, "iu"))) return null;
      const byHand = zones.filter((zone) => zone.technique === "hand");
      if (byHand.length === 0)
        return "No engraving on this product is done by hand. Name the machine or the laser, or say just “engraved”.";
      if (technique || byHand.length === zones.length) return null;
      const labels = byHand.map((zone) => zone.label);
      if (names(sentence, labels) || /\b(?:inside|outside|front|back)\b/i.test(sentence)) return null;
      return `Only some of the engraving is done by hand. Say which: ${labels.join(", ")}.`;
    },
  },
  {
    // 260.13: unqualified only where the whole is; else name the part
    id: "recycled",
    // an origin is itself the statement, beside its component
    fields: (field) => !field.startsWith("techniques") && !field.endsWith(".origin"),
    reason(sentence, { allRecycled, recycledComponents }) {
      if (!claims(sentence, /\brecycled\b/iu) || allRecycled) return null;
      if (recycledComponents.length === 0)
        return "Nothing in the materials is stated to be recycled. Leave it out.";
      if (names(sentence, recycledComponents)) return null;
      return `Only a part is recycled. Name it, for example “${recycledComponents[0]}: recycled”.`;
    },
  },
  {
    // 23.5: sterling base, gold of at least 10 karat, at least 2.5 micrometres
    id: "vermeil",
    reason(sentence, { materials }) {
      if (claims(sentence, new RegExp(VERMEIL, "iu"))) return isVermeil(materials) ? null : VERMEIL_REASON;
      if (!claims(sentence, new RegExp(PLATED, "iu"))) return null;
      return statesThickness(materials)
        ? null
        : "Plated gold must say how thick it is: state karat and micrometres in the materials.";
    },
  },
  {
    // 23.3, 23.4: gold without a fineness means 24 karat
    id: "fineness",
    fields: (field) => field.endsWith(".material") || field === "summary" || field === "name",
    reason(sentence, _context, { field, text }) {
      if (/\b(?:solid|pure|real) gold\b/i.test(sentence) && !/\b24 ?k\b/i.test(sentence))
        return "“Solid” or “pure” gold without a karat means 24k. Give the karat or the fineness.";
      if (!/\b(?:gold|silver|platinum|palladium)\b/i.test(sentence) || FINENESS.test(text)) return null;
      return field.endsWith(".material")
        ? "State the karat or the fineness, for example “18k (750)” or “sterling silver (925)”."
        : "Precious metal is named without its karat or fineness. Add it, for example “18k gold”.";
    },
  },
  {
    id: "environment",
    fields: (field) => !field.startsWith("techniques"),
    reason(sentence) {
      if (claims(sentence, new RegExp(ENVIRONMENT, "iu")))
        return "A general environmental benefit can't be proved. Say the one thing that is true, for example “band: recycled silver”.";
      if (
        claims(sentence, new RegExp(ETHICAL, "iu")) &&
        !/\b(?:certified|certificate|audited|fairmined|fairtrade)\b/i.test(sentence)
      )
        return "“Ethical” needs its basis in the same sentence: who certifies it, or what was checked.";
      return null;
    },
  },
  {
    // 23.20: unqualified “pearl” is a natural one
    id: "cultured-pearl",
    fields: (field) => field.endsWith(".material") || field === "name" || field === "summary",
    reason(sentence) {
      if (!/\bpearls?\b/i.test(sentence) || /\b(?:cultured|natural|imitation)\b/i.test(sentence)) return null;
      return "A pearl that was begun by a person is a cultured pearl, and has to be called so.";
    },
  },
  {
    // 23.25: what is grown isn't natural, genuine or real
    id: "laboratory-grown",
    reason(sentence) {
      if (!/\b(?:lab|laboratory)[- ](?:grown|created|made)\b/i.test(sentence)) return null;
      if (!claims(sentence, /\b(?:natural|genuine|real|precious)\b/iu)) return null;
      return "A stone grown in a laboratory may not be called natural, genuine, real or precious.";
    },
  },
];

const VERMEIL_REASON =
  "Vermeil is sterling silver under gold of at least 10k, at least 2.5 micrometres thick. State all three in the materials, or say “gold-plated”.";

function isVermeil(materials: ClaimContext["materials"]): boolean {
  return materials.some(({ material }) => {
    const karat = Number(/\b(\d{1,2}) ?k\b/i.exec(material)?.[1] ?? 0);
    return /\b(?:sterling|925)\b/i.test(material) && karat >= 10 && thickness(material) >= 2.5;
  });
}

function statesThickness(materials: ClaimContext["materials"]): boolean {
  return materials.some(({ material }) => thickness(material) > 0);
}

/** Micrometres: "2.5 µm", "3 microns". */
function thickness(material: string): number {
  return Number(/(\d+(?:\.\d+)?) ?(?:µm|μm|um\b|microns?\b|micromet(?:re|er)s?\b)/i.exec(material)?.[1] ?? 0);
}
