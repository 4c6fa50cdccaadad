"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { ConfigOf } from "@/lib/journey/kinds/config";

const rendered = z.object({
  subject: z.string().default(""),
  html: z.string().default(""),
  text: z.string().default(""),
  problem: z.string().optional(),
});
type Rendered = z.infer<typeof rendered>;
const PAUSE_MS = 400;

/** The message as one person would see it, rendered by the server. Not shown while no answer came. */
export function MessagePreview({ config, workspace }: { config: ConfigOf<"message">; workspace: string }) {
  const [shown, setShown] = useState<Rendered | null>(null);
  const asked = JSON.stringify({ channel: config.channel, content: config.content });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/app/${workspace}/preview-message`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: asked,
          signal: stop.signal,
        });
        const parsed = response.ok ? rendered.safeParse(await response.json()) : null;
        setShown(parsed?.success ? parsed.data : null);
      } catch {
        if (!stop.signal.aborted) setShown(null); // the preview is a help; the text stands without it
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, workspace]);
  if (!shown) return null;
  return (
    <figure className="rounded-field border border-line">
      <figcaption className="border-b border-line px-2.5 py-1.5 text-small text-ink-2">
        Preview <span className="font-semibold text-ink">{shown.subject}</span>
      </figcaption>
      {shown.problem ? (
        <p className="px-2.5 py-2 text-small text-bad">{shown.problem}</p>
      ) : (
        <iframe
          title="Message preview"
          sandbox=""
          srcDoc={shown.html || `<pre>${shown.text}</pre>`}
          className="h-48 w-full bg-white"
        />
      )}
    </figure>
  );
}
