"use client";
import type { Vocabulary } from "@/components/builder/builder-types";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { When } from "@/lib/audience/rule";
import { NameToken } from "./name-token";
import { PropertyTokens } from "./property-tokens";
import { RuleBuilder } from "./rule-builder";

interface WhenFieldProps {
  label: string;
  when: When;
  subject: "person" | "account";
  vocabulary: Vocabulary;
  workspace: string;
  onChange: (when: When) => void;
}

/** Something that happens: an event comes in, or a rule becomes true. */
export function WhenField({ label, when, subject, vocabulary, workspace, onChange }: WhenFieldProps) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <span className="text-small text-ink-2">{label}</span>
        <SegmentedControl
          label={`${label}: kind`}
          size="s"
          value={when.type}
          segments={[
            { value: "event", label: "Event" },
            { value: "rule", label: "Rule" },
          ]}
          onValueChange={(type) => {
            if (type === when.type) return;
            onChange(
              type === "rule"
                ? { type: "rule", rule: { kind: "all", rules: [] } }
                : { type: "event", event: vocabulary.events[0] ?? "Event name", where: [] },
            );
          }}
        />
      </div>
      {when.type === "event" ? (
        <div className="flex flex-wrap items-center gap-1 rounded-field border border-line-strong bg-surface px-2.5 py-1.5">
          <NameToken
            label="Event"
            value={when.event}
            names={vocabulary.events.map((name) => ({ value: name, label: name }))}
            onValueChange={(event) => onChange({ ...when, event })}
          />
          <PropertyTokens where={when.where} onChange={(where) => onChange({ ...when, where })} />
        </div>
      ) : (
        <RuleBuilder
          label="The rule becomes true"
          rule={when.rule}
          subject={subject}
          vocabulary={vocabulary}
          workspace={workspace}
          onChange={(rule) => onChange({ type: "rule", rule })}
        />
      )}
    </div>
  );
}
