"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/contract/action-result";

export type Decide = (
  ws: string,
  input: { approvalId: string; decision: "approved" | "refused"; comment: string },
) => Promise<ActionResult<unknown>>;

/** Approve and launch, or say what should change. */
export function DecideApproval({
  ws,
  approvalId,
  isOwn,
  decide,
}: {
  ws: string;
  approvalId: string;
  isOwn: boolean;
  decide: Decide;
}) {
  const router = useRouter();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState<"approved" | "refused" | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function say(decision: "approved" | "refused") {
    setBusy(decision);
    const answer = await decide(ws, { approvalId, decision, comment });
    setBusy(null);
    if (answer.ok) router.refresh();
    else setError(answer.error.message);
  }

  return (
    <div className="flex max-w-[560px] flex-col gap-3">
      {isOwn && <Notice>You asked for this launch. Somebody else approves it, unless nobody else can.</Notice>}
      <Field label="Comment" hint="Needed when you ask for changes." error={error}>
        <Textarea value={comment} onValueChange={setComment} rows={3} />
      </Field>
      <div className="flex gap-2">
        <Button variant="primary" busy={busy === "approved"} onClick={() => void say("approved")}>
          Approve and launch
        </Button>
        <Button busy={busy === "refused"} onClick={() => void say("refused")}>
          Ask for changes
        </Button>
      </div>
    </div>
  );
}
