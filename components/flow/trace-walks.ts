import type { Sankey } from "@/lib/metrics/sankey";

/** What is left of a flow when only walks through all of `through` count: per item and per link, how many. */
export interface Trace {
  count: number;
  items: ReadonlyMap<string, number>;
  /** Keyed `from to`. */
  links: ReadonlyMap<string, number>;
}

/** Trace a path by who took it, not by neighbours alone: everything up- and downstream of the same enrollments. */
export function traceWalks(flow: Sankey, through: readonly string[]): Trace {
  const sets = through.map((id) => new Set(flow.items.find((item) => item.id === id)?.walks ?? []));
  const inAll = (walk: number) => sets.every((set) => set.has(walk));
  const sum = (walks: readonly number[]) =>
    walks.reduce((total, walk) => total + (inAll(walk) ? (flow.walks[walk]?.count ?? 0) : 0), 0);
  return {
    count: flow.walks.reduce((total, walk, place) => total + (inAll(place) ? walk.count : 0), 0),
    items: new Map(flow.items.map((item) => [item.id, sum(item.walks)])),
    links: new Map(flow.links.map((link) => [`${link.from} ${link.to}`, sum(link.walks)])),
  };
}
