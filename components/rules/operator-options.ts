import { operators } from "@/lib/audience/operators";
import type { OperatorName } from "@/lib/audience/rule";

/** Every comparison as it reads in a sentence. */
export const operatorOptions = (Object.keys(operators) as OperatorName[]).map((op) => ({
  value: op,
  label: operators[op].label,
}));
