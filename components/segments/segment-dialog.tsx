"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Vocabulary } from "@/components/builder/builder-types";
import { RuleBuilder } from "@/components/rules/rule-builder";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Rule } from "@/lib/audience/rule";
import type { ActionResult } from "@/lib/contract/action-result";

export interface Segment {
  id: string;
  name: string;
  subject: string;
  rule: Rule;
}

type Subject = "person" | "account";

export interface SegmentActions {
  save: (
    ws: string,
    input: { segmentId?: string; name: string; subject: Subject; rule: Rule },
  ) => Promise<ActionResult<unknown>>;
  remove: (ws: string, input: { segmentId: string }) => Promise<ActionResult<unknown>>;
}

interface SegmentDialogProps extends SegmentActions {
  ws: string;
  /** Null makes a new one. */
  segment: Segment | null;
  vocabulary: Vocabulary;
  onClose: () => void;
}

export function SegmentDialog({ ws, segment, vocabulary, save, remove, onClose }: SegmentDialogProps) {
  const router = useRouter();
  const [name, setName] = useState(segment?.name ?? "");
  const [subject, setSubject] = useState<Subject>(segment?.subject === "account" ? "account" : "person");
  const [rule, setRule] = useState<Rule>(segment?.rule ?? { kind: "all", rules: [] });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function finish(answer: Promise<ActionResult<unknown>>) {
    setBusy(true);
    const done = await answer;
    setBusy(false);
    if (!done.ok) return setError(done.error.message);
    router.refresh();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={segment ? segment.name : "New segment"}
      footer={
        <>
          {segment && (
            <Button variant="quiet" disabled={busy} onClick={() => void finish(remove(ws, { segmentId: segment.id }))}>
              Delete segment
            </Button>
          )}
          <Button
            variant="primary"
            busy={busy}
            onClick={() =>
              void finish(save(ws, { ...(segment ? { segmentId: segment.id } : {}), name, subject, rule }))
            }
          >
            Save segment
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          <Input value={name} onValueChange={setName} />
        </Field>
        {!segment && (
          <RadioGroup
            label="Of whom"
            value={subject}
            onValueChange={setSubject}
            options={[
              { value: "person", label: "People" },
              { value: "account", label: "Accounts" },
            ]}
          />
        )}
        <RuleBuilder
          label="Who is in it"
          rule={rule}
          subject={subject}
          vocabulary={vocabulary}
          workspace={ws}
          onChange={setRule}
        />
      </div>
    </Dialog>
  );
}
