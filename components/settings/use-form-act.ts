"use client";
import { useState } from "react";

/** A server action as a form sees it. */
export type FormAct<I, O> = (
  slug: string,
  input: I,
) => Promise<{ ok: true; result: O } | { ok: false; error: { message: string; detail: Record<string, unknown> } }>;

const silence = {
  ok: false as const,
  error: { message: "Waymark did not answer. Check that it is running, then try again.", detail: {} },
};

/** Sends a form. `problems` are by field; what belongs to no field is under "form". */
export function useFormAct<I, O>(ws: string, act: FormAct<I, O>) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const send = async (input: I): Promise<{ result: O } | null> => {
    setBusy(true);
    const answer = await act(ws, input).catch(() => silence);
    setBusy(false);
    setProblems(answer.ok ? {} : problemsOf(answer.error));
    return answer.ok ? { result: answer.result } : null;
  };
  return { send, busy, problems, clear: () => setProblems({}) };
}

function problemsOf({ message, detail }: { message: string; detail: Record<string, unknown> }): Record<string, string> {
  const fields = Array.isArray(detail.fields) ? (detail.fields as { field: string; message: string }[]) : [];
  return fields.length === 0 ? { form: message } : Object.fromEntries(fields.map((one) => [one.field, one.message]));
}
