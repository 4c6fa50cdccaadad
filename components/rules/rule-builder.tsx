"use client";
import type { Vocabulary } from "@/components/builder/builder-types";
import { IconButton } from "@/components/ui/icon-button";
import type { Rule } from "@/lib/audience/rule";
import { AddCondition } from "./add-condition";
import { ClauseSentence } from "./clause-sentence";
import { RuleCount } from "./rule-count";
import { ChoiceToken } from "./token";

interface RuleBuilderProps {
  label: string;
  rule: Rule;
  subject: "person" | "account";
  vocabulary: Vocabulary;
  workspace: string;
  onChange: (rule: Rule) => void;
}

/** A rule as sentences. Every word that can change is a button, so that it works by key as by pointer. */
export function RuleBuilder({ label, rule, subject, vocabulary, workspace, onChange }: RuleBuilderProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small text-ink-2">{label}</legend>
      <div className="rounded-field border border-line-strong bg-surface px-2.5 py-1.5">
        <Group rule={asGroup(rule)} depth={1} subject={subject} vocabulary={vocabulary} onChange={onChange} />
      </div>
      <RuleCount workspace={workspace} subject={subject} rule={rule} />
    </fieldset>
  );
}

type GroupRule = Extract<Rule, { kind: "all" | "any" }>;
interface GroupProps {
  rule: GroupRule;
  depth: number;
  subject: "person" | "account";
  vocabulary: Vocabulary;
  onChange: (rule: Rule) => void;
}

const DEPTH_OFFERED_MAX = 3;

function asGroup(rule: Rule): GroupRule {
  return rule.kind === "all" || rule.kind === "any" ? rule : { kind: "all", rules: [rule] };
}

function Group({ rule, depth, subject, vocabulary, onChange }: GroupProps) {
  const put = (index: number, next: Rule) =>
    onChange({ ...rule, rules: rule.rules.map((one, at) => (at === index ? next : one)) });
  const remove = (index: number) => onChange({ ...rule, rules: rule.rules.filter((_, at) => at !== index) });
  return (
    <div className="flex flex-col gap-1">
      {rule.rules.length === 0 && depth === 1 && (
        <p className="py-1 text-ink-2">{subject === "account" ? "Every account" : "Everyone"}</p>
      )}
      {rule.rules.length > 1 && (
        <p className="flex items-center gap-1">
          <ChoiceToken
            label="Which of these"
            value={rule.kind}
            options={[
              { value: "all", label: "All" },
              { value: "any", label: "Any" },
            ]}
            onValueChange={(kind) => onChange({ ...rule, kind })}
          />
          of these {rule.kind === "all" ? "hold" : "holds"}
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {rule.rules.map((one, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: these have no ids; the place in the list is what they are
            key={`${index}:${rule.rules.length}`}
            className={
              rule.rules.length > 1 || depth > 1
                ? "flex items-start gap-1 border-l border-line pl-2"
                : "flex items-start gap-1"
            }
          >
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1 py-0.5">
              <Part
                rule={one}
                depth={depth}
                subject={subject}
                vocabulary={vocabulary}
                onChange={(next) => put(index, next)}
              />
            </div>
            <IconButton icon="close" label="Remove this condition" size="s" onClick={() => remove(index)} />
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-1">
        <AddCondition
          subject={subject}
          vocabulary={vocabulary}
          onAdd={(clause) => onChange({ ...rule, rules: [...rule.rules, clause] })}
        />
        {rule.rules.length > 0 && depth < DEPTH_OFFERED_MAX && (
          <button
            type="button"
            className="inline-flex h-7 items-center rounded-field px-1.5 text-accent-text hover:bg-sunken"
            onClick={() =>
              onChange({ ...rule, rules: [...rule.rules, { kind: rule.kind === "all" ? "any" : "all", rules: [] }] })
            }
          >
            Add group
          </button>
        )}
      </p>
    </div>
  );
}

function Part({ rule, depth, subject, vocabulary, onChange }: Omit<GroupProps, "rule"> & { rule: Rule }) {
  if (rule.kind === "not") {
    return (
      <>
        <ChoiceToken
          label="Negation"
          value="not"
          options={[
            { value: "not", label: "not" },
            { value: "is", label: "(remove not)" },
          ]}
          onValueChange={(next) => next === "is" && onChange(rule.rule)}
        />
        <Part
          rule={rule.rule}
          depth={depth}
          subject={subject}
          vocabulary={vocabulary}
          onChange={(next) => onChange({ kind: "not", rule: next })}
        />
      </>
    );
  }
  if (rule.kind === "all" || rule.kind === "any")
    return <Group rule={rule} depth={depth + 1} subject={subject} vocabulary={vocabulary} onChange={onChange} />;
  return <ClauseSentence clause={rule} subject={subject} vocabulary={vocabulary} onChange={onChange} />;
}
