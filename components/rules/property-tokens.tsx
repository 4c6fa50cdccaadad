"use client";
import { IconButton } from "@/components/ui/icon-button";
import type { PropertyClause } from "@/lib/audience/rule";
import { operatorOptions } from "./operator-options";
import { NameToken } from "./name-token";
import { ChoiceToken, TokenButton } from "./token";
import { ValueToken, valueFor } from "./value-token";

/** "with plan is pro and seats is at least 5": filters on an event's properties. */
export function PropertyTokens({
  where,
  onChange,
}: {
  where: readonly PropertyClause[];
  onChange: (where: PropertyClause[]) => void;
}) {
  const put = (index: number, clause: PropertyClause) =>
    onChange(where.map((one, at) => (at === index ? clause : one)));
  return (
    <>
      {where.map((clause, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: these have no ids; the place in the list is what they are
          key={`${index}:${where.length}`}
          className="inline-flex flex-wrap items-center gap-1"
        >
          <span>{index === 0 ? "with" : "and"}</span>
          <NameToken
            label="Property"
            value={clause.property}
            names={[]}
            onValueChange={(property) => put(index, { ...clause, property })}
          />
          <ChoiceToken
            label="Comparison"
            value={clause.op}
            options={operatorOptions}
            onValueChange={(op) => put(index, { ...clause, op, value: valueFor(op, clause.value) })}
            quiet
          />
          <ValueToken clause={clause} onValueChange={(value) => put(index, { ...clause, value })} />
          <IconButton
            icon="close"
            label="Remove this filter"
            size="s"
            className="size-6!"
            onClick={() => onChange(where.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      {where.length < 20 && (
        <TokenButton
          missing
          className="font-normal!"
          onClick={() => onChange([...where, { property: "name", op: "is", value: "" }])}
        >
          + filter
        </TokenButton>
      )}
    </>
  );
}
