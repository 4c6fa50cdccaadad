import { roleWord } from "@/components/shell/member";
import { type Role, roles } from "@/lib/contract/contract";

const may = {
  admin: "Does everything, members and keys included",
  manager: "Approves journeys, sets guardrails, reads the audit log",
  marketer: "Draws journeys and asks for approval",
  csm: "Works accounts: tasks, criteria, escalations",
  viewer: "Reads everything, changes nothing",
} as const satisfies Record<Role, string>;

export const roleOptions = roles.map((role) => ({ value: role, label: roleWord[role], note: may[role] }));
