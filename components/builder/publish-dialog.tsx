"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toastDone } from "@/components/ui/toast";
import { assumedShares } from "./assumed-shares";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { BuilderActions, JourneyFacts } from "./builder-types";
import { triggerWords } from "@/components/builder/kinds/entry";
import { openProblem } from "./problems-panel";

interface PublishDialogProps {
  facts: JourneyFacts;
  actions: BuilderActions;
  /** Sends what is unsaved first; false when that failed. */
  flush: () => Promise<boolean>;
  onDone: () => void;
}

/** What publishing does, what stands in its way, and who has to agree. */
export function PublishDialog({ facts, actions, flush, onDone }: PublishDialogProps) {
  const store = useBuilderStore();
  const open = useBuilder((state) => state.publishing);
  const setOpen = (publishing: boolean) => store.getState().set({ publishing });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const problems = useBuilder((state) => state.problems);
  const document = useBuilder((state) => state.draft.document);
  const segments = useBuilder((state) => state.vocabulary.segments);
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  const keyOf = (index: number): string =>
    `${warnings[index]?.code}:${warnings[index]?.stepId ?? warnings[index]?.stateId ?? ""}:${index}`;
  const allTicked = warnings.every((_, index) => ticked.includes(keyOf(index)));
  const assumed = assumedShares(document);
  const isSelf = facts.canSelfApprove && actions.publish !== undefined;
  const act = isSelf ? actions.publish : actions.requestApproval;
  const messages = document.steps.filter((step) => step.kind === "message" && !step.off).length;

  const send = async () => {
    if (!act) return;
    setBusy(true);
    setFailure(null);
    try {
      if (!(await flush()))
        return setFailure("The last changes are not saved yet. Wait until the header says Saved, then try again.");
      const answer = await act(store.getState().workspace, {
        journeyId: store.getState().journeyId,
        note,
        acceptedWarnings: warnings.map((warning) => warning.code),
      });
      if (!answer.ok) return setFailure(answer.error.message);
      setOpen(false);
      toastDone(isSelf ? `Version ${facts.nextVersion} is live` : `Version ${facts.nextVersion} waits for approval`);
      onDone();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={isSelf ? `Publish version ${facts.nextVersion}` : `Send version ${facts.nextVersion} for approval`}
      description={isSelf ? "You approve it yourself; this is recorded." : "Somebody else looks at it and launches it."}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" disabled={!act}>
          {isSelf ? "Publish" : "Send for approval"}
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" busy={busy} disabled={errors.length > 0 || !allTicked} onClick={() => void send()}>
            {isSelf ? "Publish journey" : "Send for approval"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ul className="flex list-disc flex-col gap-1 pl-4">
          <li>
            {document.subject === "account" ? "Accounts" : "People"} start to enter:{" "}
            {triggerWords(document.entry, {
              segmentName: (id) => segments.find((one) => one.id === id)?.name ?? "a segment",
            })}
            .
          </li>
          <li>
            {messages === 0
              ? "It sends no messages."
              : `${messages} ${messages === 1 ? "message is" : "messages are"} sent within consent, limits and quiet hours.`}
          </li>
          {facts.status !== "draft" && <li>Who is inside now stays on their version.</li>}
          {assumed.all > 0 && (
            <li>
              {assumed.assumed} of {assumed.all} expected shares are assumed.
            </li>
          )}
        </ul>
        {errors.length > 0 && (
          <section>
            <h3 className="mb-1 font-semibold">
              {errors.length} {errors.length === 1 ? "error stands" : "errors stand"} in the way
            </h3>
            <ul className="flex flex-col">
              {errors.map((problem) => (
                <li key={`${problem.code}:${problem.stepId ?? ""}:${problem.message}`}>
                  <button
                    type="button"
                    className="w-full rounded-field px-2 py-1 text-left text-bad hover:bg-sunken"
                    onClick={() => {
                      setOpen(false);
                      openProblem(store, problem);
                    }}
                  >
                    {problem.message}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {warnings.length > 0 && (
          <fieldset>
            <legend className="mb-1 font-semibold">Tick what is meant so</legend>
            {warnings.map((warning, index) => {
              const key = keyOf(index);
              return (
                <Checkbox
                  key={key}
                  label={warning.message}
                  checked={ticked.includes(key)}
                  onCheckedChange={(on) => setTicked(on ? [...ticked, key] : ticked.filter((one) => one !== key))}
                />
              );
            })}
          </fieldset>
        )}
        <Field label="Note for the record">
          <Textarea rows={2} value={note} maxLength={1000} onValueChange={setNote} />
        </Field>
        {failure && <Notice tone="bad">{failure}</Notice>}
      </div>
    </Dialog>
  );
}
