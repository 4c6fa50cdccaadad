import type { Outcome } from "@/lib/journey/enrollment";

/** The name an exit is counted under in `outcome_day`. */
export function exitOf(outcome: Outcome | null): string {
  return `exit:${outcome ?? "graceful"}`;
}
