import type { Role } from "@/lib/contract/contract";

export const roleWord = {
  admin: "Admin",
  manager: "Manager",
  marketer: "Marketer",
  csm: "CSM",
  viewer: "Viewer",
} as const satisfies Record<Role, string>;

/** Who is signed in, as far as the frame shows it. */
export interface Member {
  name: string;
  email: string;
  role: Role;
}
