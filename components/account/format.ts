const money = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "EUR",
  notation: "compact",
  maximumFractionDigits: 1,
  trailingZeroDisplay: "stripIfInteger",
});

/** "€84K" */
export function formatArr(arr: number | null): string {
  return arr === null ? "–" : money.format(arr);
}

/** "+6", "−18", "0", with a true minus sign; null stays null. */
export function signed(change: number | null): string | null {
  if (change === null) return null;
  const rounded = Math.round(change);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : "0";
}

const time = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** "28 Apr, 09:12", in UTC. */
export function formatTime(ms: number): string {
  return time.format(ms);
}

/** "Due today", "Due 2 May", "3 d late". */
export function dueWords(dueAtMs: number, nowMs: number): { text: string; tone: "bad" | "warn" | "ok" } {
  const days = Math.floor(dueAtMs / 86_400_000) - Math.floor(nowMs / 86_400_000);
  if (days < 0) return { text: `${-days} d late`, tone: "bad" };
  if (days === 0) return { text: "Due today", tone: "bad" };
  if (days === 1) return { text: "Due tomorrow", tone: "warn" };
  if (days < 5) return { text: `Due in ${days} d`, tone: "warn" };
  return {
    text: `Due ${new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(dueAtMs)}`,
    tone: "ok",
  };
}
