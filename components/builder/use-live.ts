"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { useBuilder, useBuilderStore } from "./builder-context";

const REFRESH_MS = 10_000;
const count = z.number();
const liveCounts = z.object({
  steps: z.record(
    z.string(),
    z.object({ in: count, waiting: count, out: count, sent: count.optional(), engaged: count.optional() }),
  ),
  paths: z.record(z.string(), z.object({ count, share: count })),
  totals: z.object({ inside: count, ended: count, succeeded: count, held: count, dropped: count }),
  asOf: z.string(),
});

/** In Live, the counts of every step and path, every 10 s. */
export function useLive(): void {
  const store = useBuilderStore();
  const isLive = useBuilder((state) => state.mode === "live");
  const url = useBuilder((state) => `/api/app/${state.workspace}/journeys/${state.journeyId}/live`);
  const { data } = useQuery({
    queryKey: ["live", url],
    enabled: isLive,
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }) => {
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`The counts did not come (${response.status}).`);
      return liveCounts.parse(await response.json());
    },
  });
  useEffect(() => {
    if (data) store.getState().set({ live: data });
  }, [data, store]);
}
