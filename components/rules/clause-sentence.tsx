"use client";
import type { Vocabulary } from "@/components/builder/builder-types";
import type { EngagementClause, EventClause, SegmentClause, TraitClause } from "@/lib/audience/rule";
import { CountTokens } from "./count-tokens";
import { NameToken } from "./name-token";
import { operatorOptions } from "./operator-options";
import { PropertyTokens } from "./property-tokens";
import { engagementWords } from "./rule-words";
import { ChoiceToken } from "./token";
import { ValueToken, valueFor } from "./value-token";

export type Clause = TraitClause | EventClause | SegmentClause | EngagementClause;

interface ClauseSentenceProps {
  clause: Clause;
  subject: "person" | "account";
  vocabulary: Vocabulary;
  onChange: (clause: Clause) => void;
}

const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
const channels = [
  { value: "", label: "any message" },
  { value: "email", label: "an e-mail" },
  { value: "in_app", label: "an in-app message" },
];

/** One condition as a sentence whose words are buttons. */
export function ClauseSentence({ clause, subject, vocabulary, onChange }: ClauseSentenceProps) {
  switch (clause.kind) {
    case "trait": {
      const known = clause.of === "account" || subject === "account" ? vocabulary.accountTraits : vocabulary.traits;
      return (
        <>
          {(subject === "person" || clause.of === "context") && (
            <ChoiceToken
              label="Whose"
              value={clause.of}
              options={[
                { value: "subject", label: subject },
                ...(subject === "person" ? [{ value: "account" as const, label: "account" }] : []),
                { value: "context", label: "entry event" },
              ]}
              onValueChange={(of) => onChange({ ...clause, of })}
              quiet
            />
          )}
          <NameToken
            label="Property"
            value={clause.trait}
            names={named(known)}
            onValueChange={(trait) => onChange({ ...clause, trait })}
          />
          <ChoiceToken
            label="Comparison"
            value={clause.op}
            options={operatorOptions}
            onValueChange={(op) => onChange({ ...clause, op, value: valueFor(op, clause.value) })}
            quiet
          />
          <ValueToken clause={clause} onValueChange={(value) => onChange({ ...clause, value })} />
        </>
      );
    }
    case "event": {
      const { count, times, withinMs } = clause;
      return (
        <>
          <span>did</span>
          <NameToken
            label="Event"
            value={clause.event}
            names={named(vocabulary.events)}
            onValueChange={(event) => onChange({ ...clause, event })}
          />
          <PropertyTokens where={clause.where} onChange={(where) => onChange({ ...clause, where })} />
          <CountTokens value={{ count, times, withinMs }} onValueChange={(next) => onChange(withCount(clause, next))} />
        </>
      );
    }
    case "segment": {
      const names = vocabulary.segments.map((segment) => ({ value: segment.id, label: segment.name }));
      return (
        <>
          <ChoiceToken
            label="Membership"
            value={clause.is ? "in" : "out"}
            options={[
              { value: "in", label: "is in segment" },
              { value: "out", label: "is not in segment" },
            ]}
            onValueChange={(next) => onChange({ ...clause, is: next === "in" })}
            quiet
          />
          <NameToken
            label="Segment"
            value={clause.segmentId}
            shown={names.find((name) => name.value === clause.segmentId)?.label ?? "a deleted segment"}
            names={names}
            allowOther={false}
            onValueChange={(segmentId) => onChange({ ...clause, segmentId })}
          />
        </>
      );
    }
    case "engagement": {
      const { count, times, withinMs, channel } = clause;
      return (
        <>
          <ChoiceToken
            label="Response"
            value={clause.did}
            options={(Object.keys(engagementWords) as (keyof typeof engagementWords)[]).map((did) => ({
              value: did,
              label: engagementWords[did],
            }))}
            onValueChange={(did) => onChange({ ...clause, did })}
          />
          <ChoiceToken
            label="Channel"
            value={channel ?? ""}
            options={channels}
            onValueChange={(next) => {
              const { channel: _old, ...rest } = clause;
              onChange(next === "" ? rest : { ...rest, channel: next });
            }}
            quiet
          />
          <CountTokens value={{ count, times, withinMs }} onValueChange={(next) => onChange(withCount(clause, next))} />
        </>
      );
    }
  }
}

function withCount<C extends EventClause | EngagementClause>(
  clause: C,
  { count, times, withinMs }: { count: C["count"]; times: number; withinMs?: number | undefined },
): C {
  const { withinMs: _old, ...rest } = clause;
  return { ...rest, count, times, ...(withinMs === undefined ? {} : { withinMs }) } as C;
}
