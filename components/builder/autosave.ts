import type { Patch } from "immer";
import { draftConflict, draftSaved } from "@/lib/contract/journey/save-draft";
import { runCommand } from "@/lib/journey/edit/command";
import type { JourneyDraft } from "@/lib/journey/edit/journey-draft";
import { type Clash, rebase } from "@/lib/journey/edit/rebase";
import type { SaveStatus } from "./builder-types";
import { dropLocalCopy, keepLocalCopy } from "./local-copy";

const PAUSE_MS = 800;
const LONGEST_MS = 3000;
const RETRY_MS = 5000;

export interface Conflict {
  clashes: Clash[];
  /** My changes on top of theirs, mine where both changed one field. */
  mine: JourneyDraft;
  theirs: JourneyDraft;
  rev: number;
}

interface AutosaveOptions {
  url: string;
  journeyId: string;
  rev: number;
  draft: JourneyDraft;
  onStatus: (status: SaveStatus) => void;
  /** The draft as it now stands, because somebody else's changes came in. */
  onMerged: (draft: JourneyDraft) => void;
  onConflict: (conflict: Conflict) => void;
}

/**
 * Saves edits 800 ms after the last and at most every 3 s, one request at a time. Nothing is ever dropped: what could
 * not be sent stays in order and on this device.
 */
export function createAutosave(options: AutosaveOptions) {
  let { rev } = options;
  let base = options.draft;
  let now = options.draft;
  let pending: Patch[] = [];
  let edits = 0;
  let firstAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  /** Sent without an answer yet: the server may hold it although the reply was lost. */
  let unanswered: string[] = [];
  let halted = false;

  function note(patches: readonly Patch[], draft: JourneyDraft): void {
    if (pending.length === 0) firstAtMs = Date.now();
    pending = compact([...pending, ...patches]);
    edits += 1;
    now = draft;
    keepLocalCopy(options.journeyId, { rev, draft, edits });
    if (!halted) schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void send(false), Math.max(0, Math.min(PAUSE_MS, firstAtMs + LONGEST_MS - Date.now())));
  }

  async function send(keepalive: boolean): Promise<void> {
    clearTimeout(timer);
    if (sending || halted || pending.length === 0) return;
    sending = true;
    let failed = false;
    const sent = pending;
    const draftSent = now;
    const editsSent = edits;
    pending = [];
    edits = 0;
    unanswered = [...unanswered, JSON.stringify(draftSent)].slice(-5);
    options.onStatus({ type: "saving" });
    try {
      const response = await fetch(options.url, {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ baseRev: rev, patches: sent }),
        keepalive,
      });
      const body: unknown = await response.json().catch(() => null);
      if (response.ok) {
        rev = draftSaved.parse(body).rev;
        base = draftSent;
        unanswered = [];
        if (pending.length === 0) dropLocalCopy(options.journeyId);
        options.onStatus(pending.length === 0 ? { type: "saved", atMs: Date.now() } : { type: "saving" });
      } else if (response.status === 409) {
        pending = [...sent, ...pending];
        meet(body);
      } else {
        pending = [...sent, ...pending];
        edits += editsSent;
        failed = true;
        halted = response.status < 500 && response.status !== 429;
        options.onStatus({ type: "failed", reason: sentenceOf(body) ?? `the server answered ${response.status}` });
        if (!halted) timer = setTimeout(() => void send(false), RETRY_MS);
      }
    } catch {
      pending = [...sent, ...pending];
      edits += editsSent;
      failed = true;
      options.onStatus({ type: "offline", changes: edits });
      timer = setTimeout(() => void send(false), RETRY_MS);
    } finally {
      sending = false;
    }
    if (pending.length > 0 && !halted && !failed) schedule();
  }

  /** Somebody saved first: bring my changes onto theirs, or ask. */
  function meet(body: unknown): void {
    const parsed = draftConflict.safeParse(body);
    if (!parsed.success) {
      halted = true;
      return options.onStatus({
        type: "failed",
        reason: "somebody else changed this journey. Reload to see it; your changes are kept on this device",
      });
    }
    const { rev: theirRev, ...theirs } = parsed.data;
    if (unanswered.includes(JSON.stringify(theirs))) return settle(now, theirs, theirRev);
    const { draft, clashes } = rebase(base, now, theirs);
    if (clashes.length > 0) {
      halted = true;
      options.onConflict({ clashes, mine: draft, theirs, rev: theirRev });
    } else settle(draft, theirs, theirRev);
  }

  /** Goes on from `draft` where the server holds `theirs`. */
  function settle(draft: JourneyDraft, theirs: JourneyDraft, theirRev: number): void {
    halted = false;
    unanswered = [];
    [rev, base, now] = [theirRev, theirs, draft];
    pending = difference(theirs, draft);
    firstAtMs = Date.now();
    options.onMerged(draft);
    if (pending.length > 0) schedule();
    else {
      dropLocalCopy(options.journeyId);
      options.onStatus({ type: "saved", atMs: Date.now() });
    }
  }

  const onHide = () => document.visibilityState === "hidden" && void send(true);
  const onOnline = () => void send(false);
  const onLeave = (event: BeforeUnloadEvent) => pending.length > 0 && halted && event.preventDefault();
  document.addEventListener("visibilitychange", onHide);
  window.addEventListener("pagehide", onHide);
  window.addEventListener("online", onOnline);
  window.addEventListener("beforeunload", onLeave);

  return {
    note,
    settle,
    retry: () => {
      halted = false;
      void send(false);
    },
    /** Sends what is left and resolves when it is saved; for publishing. */
    flush: async () => {
      for (let i = 0; i < 50 && (pending.length > 0 || sending) && !halted; i++) {
        await send(false);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return pending.length === 0 && !sending;
    },
    stop: () => {
      void send(true);
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("beforeunload", onLeave);
    },
  };
}
export type Autosave = ReturnType<typeof createAutosave>;

/** Typing replaces one value again and again; only the last matters. */
export function compact(patches: readonly Patch[]): Patch[] {
  const kept: Patch[] = [];
  for (const patch of patches) {
    const last = kept.at(-1);
    const isSame = last?.op === "replace" && patch.op === "replace" && last.path.join("/") === patch.path.join("/");
    if (isSame) kept[kept.length - 1] = patch;
    else kept.push(patch);
  }
  return kept;
}

function difference(from: JourneyDraft, to: JourneyDraft): Patch[] {
  const run = runCommand(from, {
    label: "merge",
    change: (draft) => {
      if (JSON.stringify(draft.document) !== JSON.stringify(to.document)) draft.document = to.document;
      if (JSON.stringify(draft.layout) !== JSON.stringify(to.layout)) draft.layout = to.layout;
    },
  });
  return run.edit?.patches ?? [];
}

function errorOf(body: unknown): object | null {
  return typeof body === "object" && body !== null && "error" in body && typeof body.error === "object"
    ? body.error
    : null;
}

function sentenceOf(body: unknown): string | null {
  const error = errorOf(body);
  return error && "message" in error && typeof error.message === "string" ? error.message : null;
}
