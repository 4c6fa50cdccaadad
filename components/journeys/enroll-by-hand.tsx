"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contract/action-result";

type Enroll = (ws: string, input: { journeyId: string; subjectId: string }) => Promise<ActionResult<unknown>>;

interface EnrollByHandProps {
  ws: string;
  journeyId: string;
  subject: "person" | "account";
  enroll: Enroll;
}

const found = z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullish() });
const answers = { person: z.object({ people: z.array(found) }), account: z.object({ accounts: z.array(found) }) };
const PAUSE_MS = 200;
const SHOWN_MAX = 8;

/** Put one person or account into a live journey; whether it enters is decided where it lives, and said in its trace. */
export function EnrollByHand({ ws, journeyId, subject, enroll }: EnrollByHandProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [hits, setHits] = useState<z.infer<typeof found>[]>([]);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const noun = subject === "account" ? "an account" : "a person";

  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const list = subject === "account" ? "accounts" : "people";
      const address = `/api/app/${ws}/${list}?limit=${SHOWN_MAX}&q=${encodeURIComponent(q)}`;
      const response = await fetch(address, { signal: stop.signal }).catch(() => null);
      const parsed = response?.ok ? answers[subject].safeParse(await response.json()) : null;
      if (parsed?.success) setHits("people" in parsed.data ? parsed.data.people : parsed.data.accounts);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open, q, subject, ws]);

  async function add(id: string, name: string) {
    setBusy(id);
    const answer = await enroll(ws, { journeyId, subjectId: id });
    setBusy(null);
    if (!answer.ok) return setError(answer.error.message);
    setOpen(false);
    toastDone(`${name} is asked in. The trace says what came of it.`);
    router.refresh();
  }

  return (
    <Dialog
      title={`Add ${noun}`}
      description="They enter only where the journey's own rules allow it."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="add">{`Add ${noun}`}</Button>}
    >
      <div className="flex flex-col gap-3 pb-3">
        {error && <Notice tone="bad">{error}</Notice>}
        <Field label={subject === "account" ? "Name" : "Name or e-mail"}>
          <Input icon="search" value={q} onValueChange={setQ} />
        </Field>
        <ul aria-label="Found">
          {hits.map((hit) => {
            const name = hit.name ?? hit.email ?? hit.id;
            return (
              <li key={hit.id} className="flex min-h-11 items-center gap-3 border-b border-line">
                <span className="min-w-0 flex-1 truncate">
                  {name}
                  {hit.email && hit.name && <span className="text-ink-3">{` ${hit.email}`}</span>}
                </span>
                <Button
                  size="s"
                  busy={busy === hit.id}
                  aria-label={`Add ${name}`}
                  onClick={() => void add(hit.id, name)}
                >
                  Add
                </Button>
              </li>
            );
          })}
          {hits.length === 0 && <li className="py-2 text-ink-2">Nobody is called that.</li>}
        </ul>
      </div>
    </Dialog>
  );
}
