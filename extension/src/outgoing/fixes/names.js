// Words that keep a capital when the others lose theirs. What is also an ordinary word (May, Rose, Reading) is not here: it is told from the
// message, or stays small.

const split = (/** @type {string} */ words) => words.toLowerCase().split(/\s+/);

/** Abbreviations that are written in capitals, in English and French. */
export const ACRONYMS = new Set(split("ADN AFNOR AG AGM AI AOC API ASAP BAFA BBC BD BDD BNF BTP CAF CAP CAPES CCI CD CDD CDI CEO CET CFO CGT CGV CHU CIO CNIL CNRS COPIL CPAM CPU CRM CSE CSV CV DGFP DIY DIN DNS DPE DRH DSI "
  + "DST DVD DVLA EDF EEA EHPAD EMEA ENA ENS EPA ERP ESA EST ETA EU EUR FAQ FBI FFF FIFA FTP FYI GBP GDPR GIF GIT GMT GPS GPU HDMI HLM HMRC HR HTML HTTP IA IBAN IBM IGN IMAP INPI INRA INRIA INSA INSEE IRM IRS ISBN ISO IT IUT "
  + "JPEG JPG JSON JVM KPI LAN LED LLC MBA MOOC MP NASA NATO NDA NGO NHS OECD OFII OGM ONG ONU OPEC ORSEC OS OTAN OVNI PACS PC PDF PHP PIB PIN PLU PME PMU PNG POP PSG QA QCM QR RAM RATP RC RDV REACH RER RFC RGPD RH RIB RSA RSVP RTT "
  + "SACEM SAP SARL SAS SAV SDK SECU SEO SIM SIREN SIRET SLA SMIC SMS SNCF SOS SQL SSD SSH SSL SUV TCP TEDX TER TGV TLS TNT TTC TV TVA UE UEFA UFO UI UK UN UNESCO UNICEF UNO URL URSSAF US USA USB USD UTC UX VAT VIP VM VPN VTT WC WHO "
  + "WIFI XML YMCA ZAC ZEP ZIP ZUP OK PS NB"));

/** Without vowels, and yet no abbreviations that are written in capitals. */
export const SPOKEN = new Set(split("BRR GRR HMM MHM PFF PLS PST PSST SHH THX TKS BCP SLT TJS RS"));

/** After these comes a name. */
export const TITLES = new Map([["m", "M"], ["mme", "Mme"], ["mlle", "Mlle"], ["mr", "Mr"], ["mrs", "Mrs"], ["ms", "Ms"], ["dr", "Dr"], ["prof", "Prof"]]);

/** Names of places, people, firms and feasts in both languages. */
export const NAMES = new Set(split("Africa Afrique Algeria Algérie Alice Allemagne Alsace Amazon America Amérique Amsterdam Andrew André Angers Angleterre Anne Anthony Antoine Argentina Argentine Asia Asie Athens Athènes "
  + "Australia Australie Austria Autriche Avignon Barcelona Barcelone Bayonne Beijing Belfast Belgique Belgium Benjamin Berlin Bernard Besançon Birmingham Bordeaux Boston Bourgogne Brazil Bretagne Brésil Brighton Bristol Britain Brussels "
  + "Bruxelles Caen Californie California Cambridge Canada Cannes Cardiff Caroline Catherine Charles Charlotte Chicago China Christine Christophe Christopher Claude Clermont Cologne Colmar Copenhagen Corsica Corse Daniel David Denmark "
  + "Danemark Dijon Dominique Dublin Dunkerque Edinburgh Édimbourg Édouard Egypt Égypte Elisabeth Elizabeth Emily Emma England Espagne Europe Facebook Finland Finlande Florence Florida Floride France Francis François Françoise Frankfurt "
  + "Frédéric Geneva Genève Georges Germany Glasgow Google Greece Grèce Grenoble Guillaume Hannah Helsinki Henri Henry Hong Ireland Irlande Isabelle Islande Israel Israël Istanbul Italie Italy Jacques James Japan Japon Jennifer Jessica "
  + "Joseph Julie Julien Kevin Laurent Lausanne Leeds Lille Limoges Linux Lisbon Lisbonne Liverpool London Londres Lorraine Louise Luxembourg Lyon Madrid Manchester Margaret Marie Marine Maroc Marseille Martine Mathieu Matthew Metz Mexico "
  + "Mexique Michael Michel Michelle Microsoft Milan Monique Montpellier Montréal Montreal Morocco Moscou Moscow Mulhouse Munich Nancy Nantes Naples Nathalie Newcastle Nicolas Normandie Normandy Norvège Norway Nottingham Noël Olivier "
  + "Orléans Oslo Oxford Paris Pascal Patricia Patrick Pau Pauline Perpignan Philippe Poitiers Poland Pologne Portugal Prague Provence Pâques Québec Rebecca Reims Rennes Robert Rome Rotterdam Rouen Russia Russie Samuel Sandrine Sarah "
  + "Scotland Écosse Sébastien Sheffield Simon Singapore Singapour Sophie Spain Stéphane Stephanie Strasbourg Suisse Susan Sweden Switzerland Suède Sylvie Thomas Thierry Thunderbird Tokyo Toronto Toulon Toulouse Tunisia Tunisie Turin "
  + "Turkey Turquie Ukraine Valence Valérie Venice Venise Véronique Vienna Vienne Vincent Virginie Wales Warsaw Washington Wikipedia William Windows Yann York Zurich"));

/** What English writes with a capital and French does not: days, months, languages, feasts. */
export const ENGLISH_CAPITALS = new Set(split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December Christmas Easter Halloween "
  + "English French German Spanish Italian Portuguese Dutch Swedish Danish Norwegian Russian Chinese Japanese Arabic European British Irish Scottish American Canadian"));
