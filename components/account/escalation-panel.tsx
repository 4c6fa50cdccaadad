"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useAct } from "@/lib/client/use-act";
import type { AccountActs } from "./account-acts";

type Severity = "low" | "medium" | "high" | "critical";
const severities = [
  { value: "low", label: "Low", note: "Recorded; nothing pauses" },
  { value: "medium", label: "Medium", note: "Recorded; nothing pauses" },
  { value: "high", label: "High", note: "Pauses automated touchpoints" },
  { value: "critical", label: "Critical", note: "Pauses automated touchpoints" },
] as const;

/** Open an escalation; what it will pause is said before. */
export function OpenEscalation({
  ws,
  accountId,
  act,
}: {
  ws: string;
  accountId: string;
  act: AccountActs["openEscalation"];
}) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [severity, setSeverity] = useState<Severity>("high");
  const { run, busy, error } = useAct(ws, act);
  return (
    <Dialog
      width="s"
      open={open}
      onOpenChange={setOpen}
      title="Open an escalation"
      description="From high on, automated messages to this account and its people wait until it is closed."
      trigger={<Button icon="escalation">Escalate</Button>}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            variant="danger"
            busy={busy}
            onClick={() => run({ accountId, title, severity }, "Escalation opened", () => setOpen(false))}
          >
            Open escalation
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="What is wrong" error={error}>
          <Input value={title} onValueChange={setTitle} maxLength={200} />
        </Field>
        <Field label="Severity">
          <Select<Severity> options={severities} value={severity} onValueChange={setSeverity} />
        </Field>
      </div>
    </Dialog>
  );
}

/** An open escalation as a bar across the page, with the way to close it. */
export function EscalationBar({
  ws,
  accountId,
  escalation,
  act,
}: {
  ws: string;
  accountId: string;
  escalation: { id: string; title: string; severity: string };
  act: AccountActs["closeEscalation"] | null;
}) {
  const [open, setOpen] = useState(false);
  const [resolution, setResolution] = useState("");
  const { run, busy, error } = useAct(
    ws,
    act ?? (async () => ({ ok: false, error: { message: "Your role may not close it." } })),
  );
  const pauses = escalation.severity === "high" || escalation.severity === "critical";
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 rounded-field bg-bad-soft px-3 py-2 text-bad"
    >
      <p>
        <span className="font-semibold">
          Open escalation, {escalation.severity}: {escalation.title}.
        </span>{" "}
        {pauses && "Automated touchpoints wait until it is closed."}
      </p>
      {act && (
        <Dialog
          width="s"
          open={open}
          onOpenChange={setOpen}
          title={`Close “${escalation.title}”`}
          description="What it held passes the guardrails again, at least a day apart."
          trigger={<Button size="s">Close escalation</Button>}
          footer={
            <>
              <DialogClose render={<Button>Cancel</Button>} />
              <Button
                variant="primary"
                busy={busy}
                onClick={() =>
                  run({ accountId, escalationId: escalation.id, resolution }, "Escalation closed", () => setOpen(false))
                }
              >
                Close escalation
              </Button>
            </>
          }
        >
          <Field label="How it ended" error={error}>
            <Input value={resolution} onValueChange={setResolution} maxLength={1000} />
          </Field>
        </Dialog>
      )}
    </div>
  );
}
