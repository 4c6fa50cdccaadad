/** Everything in the demo is invented; all addresses end in `.test`, which no mail server serves. */
export const companyFirst = [
  "Alder", "Amberline", "Arbor", "Ashgrove", "Basalt", "Beacon Hill", "Birchway", "Blue Heron", "Bright Harbor", "Calder", "Cedarbrook", "Clearmont",
  "Cobalt", "Copperfield", "Corvid", "Dovetail", "Driftwood", "Eastmark", "Elmstead", "Everline", "Fallow", "Fernhill", "Foxglove", "Galeway",
  "Garnet", "Goldleaf", "Granite Bay", "Greyfell", "Harrow", "Hazelmere", "Highmoor", "Ironwood", "Juniper", "Kestrel", "Kingfisher", "Lakeshore",
  "Larkspur", "Longmeadow", "Marigold", "Meridian Point", "Millbrook", "Mossbank", "Northlight", "Oakhurst", "Old Quay", "Orchard Lane", "Osprey",
  "Pinecrest", "Quarry", "Quillon", "Redfern", "Ridgeway", "Rookwood", "Saltmarsh", "Sandpiper", "Silverbirch", "Skylark", "Stonebridge", "Sundial",
  "Tamarack", "Thistle", "Tidewater", "Umberland", "Vantage Rock", "Verdant", "Wayfarer", "Westering", "Willowby", "Windrow", "Yarrow",
] as const;

export const industries = [
  { industry: "Logistics", last: ["Freight", "Logistics", "Shipping"] },
  { industry: "Software", last: ["Software", "Labs", "Systems"] },
  { industry: "Health", last: ["Health", "Clinics", "Diagnostics"] },
  { industry: "Finance", last: ["Finance", "Insurance", "Payments"] },
  { industry: "Retail", last: ["Retail", "Outfitters", "Markets"] },
  { industry: "Manufacturing", last: ["Works", "Robotics", "Materials"] },
  { industry: "Media", last: ["Media", "Studios", "Press"] },
  { industry: "Energy", last: ["Energy", "Power", "Solar"] },
  { industry: "Food", last: ["Foods", "Bakeries", "Farms"] },
  { industry: "Education", last: ["Learning", "Academy", "Schools"] },
] as const;

export const firstNames = [
  "Aaliyah", "Adam", "Aiko", "Alejandra", "Amina", "Anders", "Anika", "Antoine", "Arjun", "Astrid", "Beatriz", "Ben", "Bianca", "Callum", "Camille",
  "Carlos", "Chen", "Chloe", "Daniel", "Deepa", "Diego", "Dorothea", "Elena", "Elif", "Emeka", "Emil", "Erin", "Fatima", "Felix", "Finn", "Freya",
  "Gabriel", "Grace", "Hana", "Hannah", "Hiro", "Hugo", "Ibrahim", "Ida", "Imran", "Ingrid", "Isla", "Ivan", "Jada", "Jakub", "Jonas", "Joyce", "Julia",
  "Kai", "Karim", "Keiko", "Lara", "Leila", "Liam", "Linh", "Lucas", "Luisa", "Maja", "Malik", "Marta", "Mateo", "Maya", "Mei", "Milan", "Nadia",
  "Naomi", "Nikolai", "Noah", "Nora", "Olivia", "Omar", "Oscar", "Paula", "Petra", "Priya", "Quentin", "Rafael", "Rania", "Ravi", "Rosa", "Ruth",
  "Samir", "Sara", "Selma", "Simon", "Sofia", "Stefan", "Tara", "Theo", "Tomoko", "Uma", "Valentina", "Victor", "Wei", "Yara", "Yusuf", "Zoe",
] as const;

export const lastNames = [
  "Abbott", "Adeyemi", "Almeida", "Andersson", "Bauer", "Bennett", "Bianchi", "Brandt", "Carvalho", "Castillo", "Chandra", "Clarke", "Cohen", "Costa",
  "Dahl", "Demir", "Dubois", "Eriksen", "Farouk", "Ferrari", "Fischer", "Flores", "Foster", "Garcia", "Gupta", "Haddad", "Hansen", "Hughes", "Ito",
  "Ivanova", "Jansen", "Johansson", "Kaya", "Keller", "Khan", "Kim", "Kovacs", "Kowalski", "Larsen", "Laurent", "Lee", "Lindqvist", "Lopez", "Mahmoud",
  "Marino", "Martin", "Mensah", "Meyer", "Moreau", "Moretti", "Mori", "Murphy", "Nakamura", "Nguyen", "Nielsen", "Novak", "Nwosu", "Okafor", "Oliveira",
  "Olsen", "Patel", "Pereira", "Petrov", "Popescu", "Reyes", "Richter", "Rossi", "Ruiz", "Sato", "Schmidt", "Sharma", "Silva", "Singh", "Sokolov",
  "Suzuki", "Tanaka", "Torres", "Turner", "Varga", "Vogel", "Walker", "Wang", "Weber", "Wood", "Yamada", "Yilmaz", "Young", "Zhang", "Zimmer",
] as const;

/** Country, zone and how many of a hundred accounts are there. */
export const places = [
  { region: "US", zone: "America/New_York", weight: 18 },
  { region: "US", zone: "America/Chicago", weight: 9 },
  { region: "US", zone: "America/Los_Angeles", weight: 12 },
  { region: "CA", zone: "America/Toronto", weight: 5 },
  { region: "GB", zone: "Europe/London", weight: 14 },
  { region: "DE", zone: "Europe/Berlin", weight: 12 },
  { region: "FR", zone: "Europe/Paris", weight: 8 },
  { region: "NL", zone: "Europe/Amsterdam", weight: 6 },
  { region: "ES", zone: "Europe/Madrid", weight: 4 },
  { region: "SE", zone: "Europe/Stockholm", weight: 4 },
  { region: "AU", zone: "Australia/Sydney", weight: 4 },
  { region: "SG", zone: "Asia/Singapore", weight: 2 },
  { region: "IN", zone: "Asia/Kolkata", weight: 2 },
] as const;

export const features = ["workflows", "reports", "integrations", "automation", "dashboards", "approvals", "api", "forecasting"] as const;
export const useCases = ["Order intake", "Vendor reviews", "Field service", "Month-end close"] as const;

export const ticketSubjects = [
  "Export is missing a column", "Invite did not arrive", "Slow dashboard on Mondays", "Question about approvals", "Webhook returns an error",
  "How do we archive a workflow", "Wrong time zone in a report", "Integration lost its connection", "Bulk import stops half way", "Permission for an external reviewer",
] as const;
