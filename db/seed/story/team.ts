import type { Role } from "@/lib/contract/contract";

export const team: readonly { email: string; name: string; role: Role }[] = [
  { email: "admin@demo.test", name: "Amara Osei", role: "admin" },
  { email: "manager@demo.test", name: "Marek Dvorak", role: "manager" },
  { email: "marketer@demo.test", name: "Mina Laurent", role: "marketer" },
  { email: "csm@demo.test", name: "Carla Jensen", role: "csm" },
  { email: "devon@demo.test", name: "Devon Hart", role: "csm" },
  { email: "ines@demo.test", name: "Ines Rocha", role: "csm" },
  { email: "tomasz@demo.test", name: "Tomasz Lind", role: "csm" },
  { email: "viewer@demo.test", name: "Vera Stone", role: "viewer" },
];

/** The customer success managers, who own the accounts. */
export const csmEmails = ["csm@demo.test", "devon@demo.test", "ines@demo.test", "tomasz@demo.test"] as const;
export const DEMO_PASSWORD = "waymark";
