"use client";
import { useState } from "react";
import type { Vocabulary } from "@/components/builder/builder-types";
import { type Segment, SegmentDialog, type SegmentActions } from "@/components/segments/segment-dialog";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { describeRule } from "@/lib/audience/describe-rule";

interface SegmentListProps extends SegmentActions {
  ws: string;
  segments: readonly (Segment & { members: number; builtIn: string | null })[];
  vocabulary: Vocabulary;
}

/** Named rules with how many are in them now; each opens in the sentence builder. */
export function SegmentList({ ws, segments, vocabulary, save, remove }: SegmentListProps) {
  const [open, setOpen] = useState<Segment | "new" | null>(null);
  const names = { segments: Object.fromEntries(segments.map((one) => [one.id, one.name])) };
  return (
    <Section
      title="Segments"
      note="A named rule. Who is in it is kept current as events and traits come in."
      actions={
        <Button icon="add" onClick={() => setOpen("new")}>
          New segment
        </Button>
      }
    >
      {segments.length === 0 ? (
        <EmptyState title="No segments yet">
          A segment lets journeys start when somebody comes into it, and branches ask for it by name.
        </EmptyState>
      ) : (
        <ul>
          {segments.map((segment) => (
            <li
              key={segment.id}
              className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-line py-2.5 hover:bg-sunken"
            >
              <button
                type="button"
                onClick={() => setOpen(segment)}
                className="text-left font-medium after:absolute after:inset-0"
              >
                {segment.name}
              </button>
              <span className="text-right">{`${segment.members.toLocaleString("en")} ${segment.subject === "account" ? "accounts" : "people"}`}</span>
              <span className="truncate text-small text-ink-2">{describeRule(segment.rule, names)}</span>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <SegmentDialog
          key={open === "new" ? "new" : open.id}
          ws={ws}
          segment={open === "new" ? null : open}
          vocabulary={vocabulary}
          save={save}
          remove={remove}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
