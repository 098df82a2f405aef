/** Invented people in invented streets. Postcodes end in letters that Royal Mail never uses; phones are Ofcom's for drama. */
export const firstNames =
  "Abigail Adeola Agnes Alasdair Amira Annika Arthur Asha Beatrice Bethan Bronwen Caleb Callum Carys Cecily Clara Connor Daisy Dafydd Deepa Delphine Dominic Edith Eilidh Elias Elif Eluned Emeka Esme Ewan Farah Fergus Fiona Florence Freya Gareth Gwen Hamish Hannah Harriet Hugo Ifan Imogen Iris Isla Jasper Joanna Josephine Kamal Keira Kirsty Laila Leo Leonora Lewis Lowri Mabel Magnus Marcus Margot Matilda Megan Mei Mina Morag Nadia Nathaniel Niamh Nikhil Oonagh Orla Oscar Padma Percy Phoebe Priya Quentin Rafael Rhiannon Rory Rowan Ruth Sadie Saoirse Seren Shona Simran Stella Sunita Tabitha Tamsin Theo Thomasina Una Verity Violet Wilfred Winifred Yasmin Zara Zoe".split(
    " ",
  );

export const lastNames =
  "Abara Ainsworth Ashdown Baptiste Barrowclough Bellweather Birdsall Blackadder Bramwell Brightwater Buckle Cadwallader Carnegie Castellan Chaudry Clutterbuck Coldicott Copperwheat Cragg Dancey Davenant Draycott Duxbury Eastaway Eldridge Fairweather Fernsby Fotheringay Gaskarth Gillyflower Goldthorpe Greenhalgh Grindrod Hallowes Harbottle Hathersage Hazelrigg Heslop Hollingdrake Holtby Inchbald Iyer Jolliffe Kettlewell Kingsnorth Lamplugh Larkham Lathbury Longstaff Lovelace Marchbanks Mehta Merriweather Mistry Mottershead Nettleship Nightingale Oakshott Okonjo Osterley Oyelaran Pargeter Pennyfather Pettifer Pickersgill Polkinghorne Quayle Ramsbottom Ravenscroft Rosewarne Rowntree Sandiford Sengupta Sheepshanks Skelhorn Stallybrass Sweetapple Tancred Thistlewood Thorneycroft Tregowan Underhay Vavasour Wadebridge Weatherhead Whitcombe Winterbourne Wolstenholme Yarborough Yeo Zielinska".split(
    " ",
  );

export const streets =
  "Larkspur Way,Tallow Lane,Quince Terrace,Harbour Steps,Old Dye Works,Marigold Road,Juniper Rise,Lantern Street,Saddler's Row,Orchard Bank,Candlemas Close,Wherry Lane,Copper Beech Drive,Mill Leat,Puddingstone Road,Rookery Hill,St Aldate's Court,Tenter Ground,Windlass Street,Ferryman's Quay,Bracken Edge,Limekiln Road,Hop Pole Yard,Sorrel Gardens,Upper Chandlery,Weir Cottages".split(
    ",",
  );

/** town, the first half of its postcodes, how many live there (roughly) */
export const britishTowns: readonly (readonly [string, string, number])[] = [
  ["Bristol", "BS6", 9],
  ["Bath", "BA2", 3],
  ["Cardiff", "CF11", 4],
  ["Exeter", "EX4", 2],
  ["Cheltenham", "GL52", 2],
  ["London", "SE22", 8],
  ["London", "N16", 7],
  ["Brighton", "BN3", 3],
  ["Oxford", "OX4", 3],
  ["Birmingham", "B13", 4],
  ["Sheffield", "S11", 3],
  ["Leeds", "LS8", 4],
  ["Manchester", "M21", 5],
  ["Liverpool", "L17", 3],
  ["York", "YO24", 2],
  ["Newcastle upon Tyne", "NE3", 2],
  ["Edinburgh", "EH9", 4],
  ["Glasgow", "G41", 3],
  ["Belfast", "BT9", 2],
  ["Norwich", "NR2", 2],
  ["Truro", "TR1", 1],
  ["Aberystwyth", "SY23", 1],
];

export type ForeignTown = {
  country: string;
  city: string;
  region: string | null;
  postalCode: string;
  street: string;
  first: readonly string[];
  last: readonly string[];
};

export const foreignTowns: readonly ForeignTown[] = [
  town("IE", "Galway", null, "", "Salthouse Row", "Aoife Ciarán Sinéad Fionn", "Corrigan Mulhern Tierney"),
  town("IE", "Dublin", null, "", "Lantern Court", "Maeve Oisín Gráinne", "Brannigan Deasy Fallon"),
  town("DE", "Hamburg", null, "20257", "Kranichweg", "Lena Jonas Mareike Felix", "Ahlers Petersen Wiegand"),
  town("DE", "Leipzig", null, "04229", "Lindenhof", "Friederike Paul Anna", "Baumgart Seidler Voigt"),
  town(
    "FR",
    "Nantes",
    null,
    "44100",
    "rue des Cordiers",
    "Camille Élodie Bastien",
    "Lemoine Garnier Thibault",
  ),
  town("NL", "Utrecht", null, "3512 XZ", "Kaarsenmakersgang", "Sanne Daan Femke", "Dekkers Hoekstra Verbeek"),
  town("ES", "Valencia", null, "46022", "Calle del Azahar", "Lucía Mateo Inés", "Beltrán Cifuentes Roldán"),
  town("SE", "Göteborg", null, "413 27", "Ankargatan", "Astrid Elsa Nils", "Bergqvist Hallin Sandell"),
  town("IT", "Torino", null, "10152", "Via dei Vetrai", "Chiara Matteo Bianca", "Ferraris Gallo Sartori"),
  town(
    "US",
    "Portland",
    "OR",
    "97299",
    "Juniper Street",
    "Avery Maya Ethan Nora",
    "Halvorsen Whitfield Okafor",
  ),
  town(
    "US",
    "Providence",
    "RI",
    "02999",
    "Old Wharf Street",
    "Grace Julian Hazel",
    "Pemberton Marchetti Lowell",
  ),
  town("CA", "Halifax", "NS", "B3K 9Z9", "Lighthouse Lane", "Charlotte Liam", "MacAskill Boudreau"),
  town("AU", "Hobart", "TAS", "7999", "Casuarina Street", "Matilda Jack", "Bellamy Thorne"),
  town("CH", "Basel", null, "4059", "Weidengasse", "Laura Nico", "Gerber Zumthor"),
];

function town(
  country: string,
  city: string,
  region: string | null,
  postalCode: string,
  street: string,
  first: string,
  last: string,
): ForeignTown {
  return { country, city, region, postalCode, street, first: first.split(" "), last: last.split(" ") };
}
