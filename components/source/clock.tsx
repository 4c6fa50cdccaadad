"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** A moment in the reader's own zone. Drawn in the browser alone, since the server does not know the zone. */
export function Clock({ atMs }: { atMs: number }) {
  const text = useSyncExternalStore(
    never,
    () =>
      new Date(atMs).toLocaleString("en-GB", {
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      }),
    () => "",
  );
  return (
    <time dateTime={new Date(atMs).toISOString()} className="tabular-nums">
      {text}
    </time>
  );
}
