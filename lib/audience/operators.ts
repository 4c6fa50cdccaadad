import { RE2JS } from "re2js";

/** A value as stored: JSON of any shape, or missing. */
export type Stored = unknown;

interface Operator {
  /** As it reads in a sentence: "plan **is** pro". */
  label: string;
  /** What the value must be, or null when the operator takes none. */
  takes: "one" | "number" | "text" | "many" | "date" | "duration" | null;
  /** `actual` is the stored value, `value` the rule's, `nowMs` the time of asking. Never throws. */
  evaluate(actual: Stored, value: Stored, nowMs: number): boolean;
}

function same(a: Stored, b: Stored): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
  if (typeof a === "number" && typeof b === "string") return b.trim() !== "" && a === Number(b);
  if (typeof a === "string" && typeof b === "number") return a.trim() !== "" && Number(a) === b;
  if (typeof a === "boolean" && typeof b === "string") return String(a) === b;
  return false;
}

function toNumber(value: Stored): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}

/** Milliseconds since the epoch of an ISO date or a number of milliseconds; NaN when it is neither. */
export function toTimeMs(value: Stored): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
}

const text = (value: Stored): string | null => (typeof value === "string" ? value.toLowerCase() : null);
const isMissing = (value: Stored): boolean => value === undefined || value === null || value === "";

function includes(actual: Stored, value: Stored): boolean {
  if (Array.isArray(actual)) return actual.some((item) => same(item, value));
  const part = text(value);
  return part !== null && (text(actual)?.includes(part) ?? false);
}

function matches(actual: Stored, value: Stored): boolean {
  if (typeof actual !== "string" || typeof value !== "string") return false;
  try {
    return RE2JS.compile(value).matcher(actual.slice(0, 10_000)).find();
  } catch {
    return false; // an invalid pattern matches nobody; `validate` reports it
  }
}

/** The one table of comparisons, shared by the sentence builder, the API and the engine. */
export const operators = {
  is: { label: "is", takes: "one", evaluate: same },
  is_not: { label: "is not", takes: "one", evaluate: (a, v) => !same(a, v) },
  at_least: { label: "is at least", takes: "number", evaluate: (a, v) => toNumber(a) >= toNumber(v) },
  at_most: { label: "is at most", takes: "number", evaluate: (a, v) => toNumber(a) <= toNumber(v) },
  more_than: { label: "is more than", takes: "number", evaluate: (a, v) => toNumber(a) > toNumber(v) },
  less_than: { label: "is less than", takes: "number", evaluate: (a, v) => toNumber(a) < toNumber(v) },
  contains: { label: "contains", takes: "text", evaluate: includes },
  not_contains: { label: "does not contain", takes: "text", evaluate: (a, v) => !includes(a, v) },
  starts_with: {
    label: "starts with",
    takes: "text",
    evaluate: (a, v) => text(v) !== null && (text(a)?.startsWith(text(v) ?? "") ?? false),
  },
  in: { label: "is one of", takes: "many", evaluate: (a, v) => Array.isArray(v) && v.some((item) => same(a, item)) },
  not_in: {
    label: "is none of",
    takes: "many",
    evaluate: (a, v) => Array.isArray(v) && !v.some((item) => same(a, item)),
  },
  matches: { label: "matches the pattern", takes: "text", evaluate: matches },
  is_set: { label: "is known", takes: null, evaluate: (a) => !isMissing(a) },
  is_not_set: { label: "is not known", takes: null, evaluate: isMissing },
  before: { label: "is before", takes: "date", evaluate: (a, v) => toTimeMs(a) < toTimeMs(v) },
  after: { label: "is after", takes: "date", evaluate: (a, v) => toTimeMs(a) >= toTimeMs(v) },
  in_the_last: {
    label: "is in the last",
    takes: "duration",
    evaluate: (a, v, nowMs) => toTimeMs(a) <= nowMs && toTimeMs(a) > nowMs - toNumber(v),
  },
  in_the_next: {
    label: "is in the next",
    takes: "duration",
    evaluate: (a, v, nowMs) => toTimeMs(a) > nowMs && toTimeMs(a) <= nowMs + toNumber(v),
  },
} as const satisfies Record<string, Operator>;
