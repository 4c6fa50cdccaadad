"use client";
import { useQuery } from "@tanstack/react-query";

const POLL_MS = 2000;

/** Ask again every two seconds while the page is looked at. `failed` says that what is shown is no longer current. */
export function usePolled<T extends object>(
  address: string,
  parse: (value: unknown) => T,
  first: T,
): { data: T; failed: boolean } {
  const { data, isError } = useQuery<T>({
    queryKey: [address],
    queryFn: async ({ signal }) => {
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
      return parse(await response.json());
    },
    refetchInterval: POLL_MS,
  });
  return { data: data ?? first, failed: isError };
}
