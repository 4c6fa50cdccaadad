"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/contract/action-result";
import { journeyDocument } from "@/lib/journey/document";

interface NewJourney {
  name: string;
  subject: "person" | "account";
  document?: ReturnType<typeof journeyDocument.parse>;
}

type Create = (ws: string, input: NewJourney) => Promise<ActionResult<{ journeyId: string }>>;

/** A name, what it moves, and the canvas opens. A journey copied as JSON can be pasted instead. */
export function NewJourneyForm({ ws, create }: { ws: string; create: Create }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [subject, setSubject] = useState<"person" | "account">("person");
  const [pasted, setPasted] = useState("");
  const [errors, setErrors] = useState<{ name?: string; pasted?: string }>({});
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const document = pasted.trim() === "" ? undefined : readDocument(pasted);
    if (typeof document === "string") return setErrors({ pasted: document });
    if (name.trim() === "" && !document) return setErrors({ name: "Give the journey a name." });
    setBusy(true);
    const answer = await create(ws, {
      name: name.trim() || (document?.name ?? ""),
      subject: document?.subject ?? subject,
      ...(document ? { document } : {}),
    });
    if (answer.ok) return router.push(`/${ws}/journeys/${answer.result.journeyId}/build`);
    setBusy(false);
    setErrors({ name: answer.error.message });
  }

  return (
    <form onSubmit={submit} className="flex max-w-[480px] flex-col gap-5">
      <Field label="Name" error={errors.name}>
        <Input value={name} onValueChange={setName} autoFocus placeholder="Welcome new customers" />
      </Field>
      <RadioGroup
        label="What moves through it"
        value={subject}
        onValueChange={setSubject}
        options={[
          { value: "person", label: "People", hint: "An end user or contact: onboarding mail, nudges, win-back." },
          { value: "account", label: "Accounts", hint: "A company with its people: reviews, renewals, health rescue." },
        ]}
      />
      <details>
        <summary className="cursor-pointer text-small text-ink-2">Paste a journey as JSON instead</summary>
        <Field label="Journey as JSON" hideLabel error={errors.pasted} className="mt-2">
          <Textarea value={pasted} onValueChange={setPasted} rows={8} mono />
        </Field>
      </details>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          Open the canvas
        </Button>
      </div>
    </form>
  );
}

/** The parsed journey, or a sentence that says what is wrong with the text. */
function readDocument(text: string): ReturnType<typeof journeyDocument.parse> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "This is not JSON. Copy the whole text, from the first { to the last }.";
  }
  const parsed = journeyDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join(".") || "The text"}: ${issue?.message ?? "is not a journey."}`;
}
