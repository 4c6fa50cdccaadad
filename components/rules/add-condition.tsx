"use client";
import { useState } from "react";
import type { Vocabulary } from "@/components/builder/builder-types";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import type { Clause } from "./clause-sentence";
import { NameList } from "./name-token";

interface AddConditionProps {
  subject: "person" | "account";
  vocabulary: Vocabulary;
  label?: string;
  onAdd: (clause: Clause) => void;
}

const engagement = [
  { value: "engagement:clicked", label: "Clicked a message" },
  { value: "engagement:opened", label: "Opened a message", note: "unreliable" },
  { value: "engagement:replied", label: "Replied to a message" },
  { value: "engagement:sent", label: "Was sent a message" },
];

/** Adds a condition that is whole from the start: one picks what it is about, the rest has a default. */
export function AddCondition({ subject, vocabulary, label = "Add condition", onAdd }: AddConditionProps) {
  const [open, setOpen] = useState(false);
  const own = subject === "account" ? vocabulary.accountTraits : vocabulary.traits;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      className="p-2!"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 items-center gap-1.5 rounded-field px-1.5 text-accent-text hover:bg-sunken"
        >
          <Icon name="add" size={14} />
          {label}
        </button>
      }
    >
      <NameList
        placeholder="Property, event or segment"
        groups={[
          {
            heading: subject === "account" ? "Account" : "Person",
            items: own.map((name) => ({ value: `trait:subject:${name}`, label: name })),
          },
          ...(subject === "person"
            ? [
                {
                  heading: "Account",
                  items: vocabulary.accountTraits.map((name) => ({ value: `trait:account:${name}`, label: name })),
                },
              ]
            : []),
          { heading: "Events", items: vocabulary.events.map((name) => ({ value: `event:${name}`, label: name })) },
          {
            heading: "Segments",
            items: vocabulary.segments
              .filter((segment) => segment.subject === subject)
              .map((segment) => ({ value: `segment:${segment.id}`, label: segment.name })),
          },
          { heading: "Messages", items: engagement },
        ]}
        allowOther={(typed) => [
          { label: `Property "${typed}"`, value: `trait:subject:${typed}` },
          { label: `Event "${typed}"`, value: `event:${typed}` },
        ]}
        onPick={(picked) => {
          onAdd(clauseFrom(picked));
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function clauseFrom(picked: string): Clause {
  const [kind = "", ...rest] = picked.split(":");
  const name = rest.join(":");
  if (kind === "event") return { kind: "event", event: name, where: [], count: "at_least", times: 1 };
  if (kind === "segment") return { kind: "segment", segmentId: name, is: true };
  if (kind === "engagement") return { kind: "engagement", did: name as "clicked", count: "at_least", times: 1 };
  const [of, ...trait] = rest;
  return { kind: "trait", of: of === "account" ? "account" : "subject", trait: trait.join(":"), op: "is", value: "" };
}
