import type { Tone } from "@/components/ui/tag";

export const riskTone: Record<string, Tone> = { low: "ok", medium: "warn", high: "bad" };

const manners: Record<string, string> = {
  self_approved: "self-approved, low risk",
  sole_approver: "self-approved, sole approver",
  approved_by_another: "approved",
};

/** How an approval ended, in words. */
export function outcomeWords({
  status,
  manner,
  decidedBy,
}: {
  status: string;
  manner: string | null;
  decidedBy: string | null;
}): string {
  if (status === "asked") return "waiting for a decision";
  if (status === "withdrawn") return "withdrawn, a newer version took its place";
  if (status === "refused") return `sent back by ${decidedBy ?? "somebody who left"}`;
  const how = manners[manner ?? ""] ?? "approved";
  return how === "approved" ? `approved by ${decidedBy ?? "somebody who left"}` : how;
}
