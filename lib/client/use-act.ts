"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";

/** A server action as the browser sees it. */
export type Act<I> = (slug: string, input: I) => Promise<{ ok: true } | { ok: false; error: { message: string } }>;

/** Run a server action, say what it did, and read the page again. `error` is the last refusal, for the form that asked. */
export function useAct<I>(slug: string, act: Act<I>) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const run = (input: I, done: string, then?: () => void) =>
    start(async () => {
      const answer = await act(slug, input).catch(() => ({
        ok: false as const,
        error: { message: "Waymark did not answer. Check the connection, then try again." },
      }));
      if (!answer.ok) {
        setError(answer.error.message);
        if (!then) toast.error(answer.error.message);
        return;
      }
      setError(null);
      toast(done);
      then?.();
      router.refresh();
    });
  return { run, busy, error, clear: () => setError(null) };
}
