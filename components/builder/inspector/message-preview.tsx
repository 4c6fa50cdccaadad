"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toastDone, toastFailed } from "@/components/ui/toast";
import type { ConfigOf } from "@/lib/journey/kinds/config";

const rendered = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  unknownVariables: z.array(z.string()),
  problem: z.object({ part: z.string(), message: z.string() }).nullable(),
});
type Rendered = z.infer<typeof rendered>;
const sent = z.object({ to: z.string() });
const failed = z.object({ error: z.object({ message: z.string() }) });
const PAUSE_MS = 400;
const sample = { name: "Ada Sample", firstName: "Ada", email: "ada@example.com" };

async function post(workspace: string, page: string, body: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`/api/app/${workspace}/${page}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal: signal ?? null,
  });
}

/** The message as one person would see it, rendered by the server. Not shown while no answer came. */
export function MessagePreview({ config, workspace }: { config: ConfigOf<"message">; workspace: string }) {
  const { channel, purpose, content } = config;
  const [shown, setShown] = useState<Rendered | null>(null);
  const asked = JSON.stringify({ channel, purpose, content, sample });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await post(workspace, "message-preview", asked, stop.signal);
        const parsed = response.ok ? rendered.safeParse(await response.json()) : null;
        if (!stop.signal.aborted) setShown(parsed?.success ? parsed.data : null);
      } catch {
        if (!stop.signal.aborted) setShown(null); // the preview is a help; the text stands without it
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, workspace]);
  if (!shown || (content.subject === "" && content.body === "")) return null;
  const missing = shown.unknownVariables.join(", ");
  return (
    <>
      <figure className="overflow-hidden rounded-field border border-line">
        <figcaption className="border-b border-line px-2.5 py-1.5 text-small text-ink-2">
          Preview for {sample.name}: <span className="font-semibold text-ink">{shown.subject}</span>
        </figcaption>
        {shown.problem ? (
          <p className="px-2.5 py-2 text-small text-bad">{shown.problem.message}</p>
        ) : shown.html === "" ? (
          <p className="px-2.5 py-2 whitespace-pre-wrap">{shown.text}</p>
        ) : (
          <iframe title="Message preview" sandbox="" srcDoc={shown.html} className="h-64 w-full bg-white" />
        )}
      </figure>
      {missing !== "" && (
        <Notice tone="warn">Not known of the sample person, so left empty: {missing}. Give each a default.</Notice>
      )}
      {channel === "email" && <SendTest workspace={workspace} body={JSON.stringify({ purpose, content })} />}
    </>
  );
}

function SendTest({ workspace, body }: { workspace: string; body: string }) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const response = await post(workspace, "test-message", body);
      const answer: unknown = await response.json().catch(() => null);
      if (response.ok) toastDone(`A test is on its way to ${sent.parse(answer).to}`);
      else toastFailed(failed.safeParse(answer).data?.error.message ?? "The test could not be sent. Try again.");
    } catch {
      toastFailed("The server did not answer, so no test was sent. Check the connection and try again.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon="message" busy={busy} onClick={() => void send()}>
      Send me a test
    </Button>
  );
}
