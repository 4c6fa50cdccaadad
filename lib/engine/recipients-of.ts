import type { MemberRow } from "@/db/queries/tick/load-subjects";
import type { ConfigOf } from "@/lib/journey/kinds/config";

/** Whom an account's message goes to. `members` come primary first; a role nobody holds falls back to the primary contact. */
export function recipientsOf(members: readonly MemberRow[], to: ConfigOf<"message">["to"]): MemberRow[] {
  const primary = members.slice(0, 1);
  if (to.type !== "role") return primary;
  const holders = members.filter((member) => member.role?.toLowerCase() === to.role.toLowerCase()).slice(0, to.atMost);
  return holders.length > 0 ? holders : primary;
}
