/** Stones that a workshop starts with. Origin and treatment are told to the shopper word for word. */
export type ReferenceStone = {
  id: string;
  label: string;
  origin: string;
  floorMinor: number;
  perCubicMmMinor: number;
  colour: string;
};

export const referenceStones: ReferenceStone[] = [
  {
    id: "garnet",
    label: "Garnet",
    origin:
      "Almandine and rhodolite from Mozambique, bought cut from a dealer who names the mine. Not treated.",
    floorMinor: 400,
    perCubicMmMinor: 9,
    colour: "#7b1e28",
  },
  {
    id: "amethyst",
    label: "Amethyst",
    origin:
      "From Rio Grande do Sul, Brazil, cut in Idar-Oberstein. Not treated; the colour is the stone's own.",
    floorMinor: 350,
    perCubicMmMinor: 7,
    colour: "#7d56a4",
  },
  {
    id: "aquamarine",
    label: "Aquamarine",
    origin:
      "From Minas Gerais, Brazil. Gently heated to take out the green, as nearly all aquamarine is; the colour stays.",
    floorMinor: 700,
    perCubicMmMinor: 30,
    colour: "#8fc7cf",
  },
  {
    id: "diamond",
    label: "Laboratory-grown diamond",
    origin:
      "Grown in a laboratory in Germany and cut in Antwerp. The same carbon crystal as a mined diamond, with its grower's certificate from 0.3 ct.",
    floorMinor: 1400,
    perCubicMmMinor: 90,
    colour: "#e9edf0",
  },
  {
    id: "emerald",
    label: "Emerald",
    origin:
      "From Kagem, Zambia, sold at the mine's own auctions. Filled with clear cedar oil, as nearly all emeralds are.",
    floorMinor: 1400,
    perCubicMmMinor: 100,
    colour: "#1f8a55",
  },
  {
    id: "pearl",
    label: "Cultured freshwater pearl",
    origin:
      "Grown in freshwater mussels in Zhejiang, China. Its colour is natural; cleaned and polished, nothing else.",
    floorMinor: 500,
    perCubicMmMinor: 12,
    colour: "#ece4d6",
  },
  {
    id: "moonstone",
    label: "Moonstone",
    origin: "Blue-sheen moonstone from Sri Lanka, cut near Meetiyagoda where it is dug. Not treated.",
    floorMinor: 500,
    perCubicMmMinor: 14,
    colour: "#cfd8e3",
  },
  {
    id: "alexandrite",
    label: "Laboratory-grown alexandrite",
    origin:
      "Grown in a laboratory in Japan: green by day, raspberry by lamplight, as the mined stone that few can buy.",
    floorMinor: 1500,
    perCubicMmMinor: 60,
    colour: "#5c6f8a",
  },
  {
    id: "ruby",
    label: "Ruby",
    origin: "From Montepuez, Mozambique, with the mine's auction papers. Heated without fillers.",
    floorMinor: 1600,
    perCubicMmMinor: 110,
    colour: "#b01634",
  },
  {
    id: "peridot",
    label: "Peridot",
    origin: "From the San Carlos Apache reservation, Arizona, where only the tribe may dig it. Not treated.",
    floorMinor: 500,
    perCubicMmMinor: 14,
    colour: "#9bb53c",
  },
  {
    id: "spinel",
    label: "Spinel",
    origin: "Pink to grey spinel from Mahenge, Tanzania, and from Sri Lanka. Never treated.",
    floorMinor: 900,
    perCubicMmMinor: 40,
    colour: "#c0617e",
  },
  {
    id: "sapphire",
    label: "Sapphire",
    origin:
      "Blue sapphire from Ratnapura, Sri Lanka, through a cutter we have visited. Heated, as most sapphire is.",
    floorMinor: 1200,
    perCubicMmMinor: 80,
    colour: "#2b4c9b",
  },
  {
    id: "opal",
    label: "Opal",
    origin: "White opal from Coober Pedy, South Australia. Solid, not a doublet; not treated.",
    floorMinor: 900,
    perCubicMmMinor: 35,
    colour: "#dfe6e4",
  },
  {
    id: "tourmaline",
    label: "Pink tourmaline",
    origin: "From Oyo State, Nigeria. Its colour is its own; no oil or resin.",
    floorMinor: 900,
    perCubicMmMinor: 35,
    colour: "#d15a86",
  },
  {
    id: "citrine",
    label: "Citrine",
    origin: "From Brazil. Heated: most citrine, ours too, is amethyst that heat has turned gold.",
    floorMinor: 350,
    perCubicMmMinor: 7,
    colour: "#e0a126",
  },
  {
    id: "topaz",
    label: "Golden topaz",
    origin: "Sherry to gold topaz from Ouro Preto, Brazil. Not treated.",
    floorMinor: 900,
    perCubicMmMinor: 30,
    colour: "#d99a4e",
  },
  {
    id: "turquoise",
    label: "Turquoise",
    origin: "From Kingman, Arizona. Stabilised with resin so that it keeps its colour on the skin.",
    floorMinor: 450,
    perCubicMmMinor: 9,
    colour: "#3fa7a3",
  },
  {
    id: "tanzanite",
    label: "Tanzanite",
    origin: "From Merelani, Tanzania, the only place where it is found. Heated, as all blue tanzanite is.",
    floorMinor: 1200,
    perCubicMmMinor: 55,
    colour: "#4d52a8",
  },
  {
    id: "zircon",
    label: "Blue zircon",
    origin:
      "From Ratanakiri, Cambodia, heated to blue. A mineral of its own, nothing to do with cubic zirconia.",
    floorMinor: 800,
    perCubicMmMinor: 25,
    colour: "#4f9fc0",
  },
  {
    id: "bloodstone",
    label: "Bloodstone",
    origin: "Green jasper with red flecks from Gujarat, India, cut in Idar-Oberstein. Not treated.",
    floorMinor: 400,
    perCubicMmMinor: 6,
    colour: "#2f4a3a",
  },
  {
    id: "chrysoprase",
    label: "Chrysoprase",
    origin: "Apple-green chalcedony from Marlborough, Queensland. Not dyed.",
    floorMinor: 600,
    perCubicMmMinor: 14,
    colour: "#7fc08d",
  },
  {
    id: "carnelian",
    label: "Carnelian",
    origin: "From Gujarat, India. Heated in the old way, in the sun and in the kiln; not dyed.",
    floorMinor: 350,
    perCubicMmMinor: 5,
    colour: "#b5502a",
  },
  {
    id: "rock-crystal",
    label: "Rock crystal",
    origin: "Clear quartz from Minas Gerais, Brazil, cut in Idar-Oberstein. Not treated.",
    floorMinor: 350,
    perCubicMmMinor: 5,
    colour: "#eef1f2",
  },
  {
    id: "sardonyx",
    label: "Sardonyx",
    origin:
      "Banded chalcedony from Rio Grande do Sul, Brazil. The dark bands are deepened with sugar and acid, a method that Rome knew.",
    floorMinor: 350,
    perCubicMmMinor: 5,
    colour: "#8a4b2a",
  },
  {
    id: "lapis-lazuli",
    label: "Lapis lazuli",
    origin: "From Coquimbo, Chile. Waxed, not dyed.",
    floorMinor: 450,
    perCubicMmMinor: 8,
    colour: "#27408b",
  },
  {
    id: "blue-topaz",
    label: "Blue topaz",
    origin:
      "Colourless topaz from Brazil, turned blue by irradiation and heat and held back until it tests clear. The colour is permanent.",
    floorMinor: 450,
    perCubicMmMinor: 8,
    colour: "#6ab4d8",
  },
];
