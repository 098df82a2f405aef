/** ISO 3166-1 alpha-2, without uninhabited territories. */
export const countryCodes =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

export type PostalRule = {
  /** what people there call it */
  label: string;
  example: string;
  /** tried on upper case with single spaces */
  pattern: RegExp;
  required: boolean;
  /** where the usual spelling has a gap: from the start, or below zero from the end */
  splitAt?: { position: number; separator: string };
};

const rule = (
  label: string,
  example: string,
  pattern: RegExp,
  splitAt?: PostalRule["splitAt"],
): PostalRule => ({ label, example, pattern, required: true, ...(splitAt ? { splitAt } : {}) });

const digits = (count: number, example: string, label = "postal code"): PostalRule =>
  rule(label, example, new RegExp(`^\\d{${count}}$`));

/** Where we know the form well enough to catch a slip. Countries that aren't here take any code, or none. */
export const postalRules: Partial<Record<string, PostalRule>> = {
  GB: rule("postcode", "BS1 3NX", /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/, {
    position: -3,
    separator: " ",
  }),
  GG: rule("postcode", "GY1 1AA", /^GY\d[A-Z\d]? ?\d[A-Z]{2}$/, { position: -3, separator: " " }),
  JE: rule("postcode", "JE2 3AB", /^JE\d[A-Z\d]? ?\d[A-Z]{2}$/, { position: -3, separator: " " }),
  IM: rule("postcode", "IM1 2AB", /^IM\d[A-Z\d]? ?\d[A-Z]{2}$/, { position: -3, separator: " " }),
  // Many people in Ireland don't know their Eircode, and An Post delivers without it.
  IE: {
    ...rule("Eircode", "D02 X285", /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, { position: 3, separator: " " }),
    required: false,
  },
  US: rule("ZIP code", "97205", /^\d{5}([ -]?\d{4})?$/),
  PR: rule("ZIP code", "00901", /^\d{5}([ -]?\d{4})?$/),
  CA: rule("postal code", "K1A 0B1", /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?-?\d[A-Z]\d$/, {
    position: 3,
    separator: " ",
  }),
  AU: digits(4, "3000", "postcode"),
  NZ: digits(4, "6011", "postcode"),
  AT: digits(4, "1010"),
  BE: digits(4, "1000"),
  CH: digits(4, "8001"),
  LI: digits(4, "9490"),
  DK: digits(4, "1050"),
  NO: digits(4, "0150"),
  LU: rule("postal code", "1009", /^(L ?-? ?)?\d{4}$/),
  DE: digits(5, "10115"),
  ES: digits(5, "28013"),
  FI: digits(5, "00100"),
  FR: rule("code postal", "75002", /^\d{2} ?\d{3}$/),
  MC: digits(5, "98000"),
  IT: digits(5, "00184"),
  EE: digits(5, "10111"),
  HR: digits(5, "10000"),
  HU: digits(4, "1051"),
  SI: digits(4, "1000"),
  BG: digits(4, "1000"),
  CY: digits(4, "1010"),
  RO: digits(6, "010011"),
  LT: rule("postal code", "01100", /^(LT-?)?\d{5}$/),
  LV: rule("postal code", "LV-1050", /^(LV-?)?\d{4}$/),
  NL: rule("postcode", "1012 JS", /^\d{4} ?[A-Z]{2}$/, { position: 4, separator: " " }),
  PL: rule("postal code", "00-001", /^\d{2}-?\d{3}$/, { position: 2, separator: "-" }),
  PT: rule("postal code", "1100-148", /^\d{4}[- ]?\d{3}$/, { position: 4, separator: "-" }),
  SE: rule("postal code", "111 22", /^\d{3} ?\d{2}$/, { position: 3, separator: " " }),
  CZ: rule("postal code", "110 00", /^\d{3} ?\d{2}$/, { position: 3, separator: " " }),
  SK: rule("postal code", "811 01", /^\d{3} ?\d{2}$/, { position: 3, separator: " " }),
  GR: rule("postal code", "105 57", /^\d{3} ?\d{2}$/, { position: 3, separator: " " }),
  JP: rule("postal code", "100-0001", /^\d{3}-?\d{4}$/, { position: 3, separator: "-" }),
  KR: digits(5, "04524"),
  SG: digits(6, "018956"),
  IN: rule("PIN code", "110001", /^\d{3} ?\d{3}$/),
};

/** Where no parcel finds its way without a region, and what it is called there. */
export const regionRules: Partial<Record<string, string>> = {
  US: "state",
  CA: "province",
  AU: "state or territory",
};
