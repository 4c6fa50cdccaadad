import { z } from "zod";
import type { Search } from "./command-palette";

const answer = z.object({
  hits: z.array(
    z.object({ id: z.string(), group: z.string(), label: z.string(), note: z.string().optional(), href: z.string() }),
  ),
});

/** A search that asks a route: `GET url?q=…` answers `{ hits: [{ id, group, label, note?, href }] }`. */
export function searchOver(url: string): Search {
  return async (query, signal) => {
    const response = await fetch(`${url}?q=${encodeURIComponent(query)}`, { signal });
    if (!response.ok) throw new Error(`Search answered ${response.status}.`);
    const { hits } = answer.parse(await response.json());
    return hits.map(({ note, ...hit }) => (note === undefined ? hit : { ...hit, note }));
  };
}
