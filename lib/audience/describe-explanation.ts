import { describeClause, type RuleNames } from "@/lib/audience/describe-rule";
import type { Explanation } from "@/lib/audience/evaluate-rule";

function valueSeen({ clause, actual }: Explanation): string {
  if (clause === undefined || clause.kind === "segment") return "";
  if (clause.kind !== "trait") return ` (${String(actual)} counted)`;
  if (clause.op === "is_set" || clause.op === "is_not_set") return "";
  return actual === null || actual === undefined
    ? " (not known)"
    : ` (it is ${typeof actual === "object" ? JSON.stringify(actual) : String(actual)})`;
}

/** The clauses that decided: all of an `all` that held, the first that failed when it did not. */
function deciding({ kind, holds, rules }: Explanation): Explanation[] {
  const inner = rules ?? [];
  if (kind === "not") return inner;
  const same = inner.filter((one) => one.holds === holds);
  const isOneEnough = (kind === "all") === (holds !== true);
  return isOneEnough ? same.slice(0, 1) : same;
}

/** Why the rule held or did not, naming the clauses that decided and the values they saw. */
export function describeExplanation(explanation: Explanation, names: RuleNames = {}): string {
  const { clause, holds } = explanation;
  if (clause !== undefined) {
    const text = describeClause(clause, names);
    return holds === true ? `${text}${valueSeen(explanation)}` : `“${text}” does not hold${valueSeen(explanation)}`;
  }
  const parts = deciding(explanation).map((inner) => describeExplanation(inner, names));
  if (parts.length === 0) return holds === true ? "everybody" : "nobody";
  return parts.join(holds === true ? " and " : ", ");
}
