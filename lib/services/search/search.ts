import { findByName } from "@/db/queries/search/find-by-name";
import { loadWorkspace } from "@/db/queries/workspace/load-workspace";
import { type SearchHit, searchContract } from "@/lib/contract/search/search";
import { defineVerb } from "@/lib/services/define-verb";

const HITS_MAX = 8;
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Journeys, accounts, people, segments and open tasks by name, at most eight of each. */
export const search = defineVerb(searchContract, async ({ tx }, { q }): Promise<{ hits: SearchHit[] }> => {
  const workspace = q === "" ? null : await loadWorkspace(tx);
  if (!workspace) return { hits: [] };
  const at = `/${workspace.slug}`;
  const journeys = await findByName(tx, "journey", q, HITS_MAX);
  const accounts = await findByName(tx, "account", q, HITS_MAX);
  const people = await findByName(tx, "person", q, HITS_MAX);
  const segments = await findByName(tx, "segment", q, HITS_MAX);
  const tasks = await findByName(tx, "task", q, HITS_MAX);
  return {
    hits: [
      ...journeys.map(({ id, name, status }) => {
        const isRunning = status === "live" || status === "paused";
        return {
          id: `journey:${id}`,
          group: "Journeys",
          label: name,
          note: status.replaceAll("_", " "),
          href: `${at}/journeys/${id}/${isRunning ? "live" : "build"}`,
        };
      }),
      ...accounts.map(({ id, name, stage }) => ({
        id: `account:${id}`,
        group: "Accounts",
        label: name,
        ...(stage ? { note: capital(stage) } : {}),
        href: `${at}/accounts/${id}`,
      })),
      ...people.map(({ id, name, email, accountName }) => {
        const note = [name ? email : null, accountName].filter(Boolean).join(", ");
        return {
          id: `person:${id}`,
          group: "People",
          label: name ?? email ?? "Somebody unknown",
          ...(note ? { note } : {}),
          href: `${at}/people/${id}`,
        };
      }),
      ...segments.map(({ id, name, subject }) => ({
        id: `segment:${id}`,
        group: "Segments",
        label: name,
        note: subject === "account" ? "Accounts" : "People",
        href: `${at}/library/segments`,
      })),
      ...tasks.map(({ id, title, accountId, personId, dueAt }) => ({
        id: `task:${id}`,
        group: "Tasks",
        label: title,
        note: `due ${day.format(dueAt)}`,
        href: accountId ? `${at}/accounts/${accountId}` : personId ? `${at}/people/${personId}` : `${at}/work`,
      })),
    ],
  };
});

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
