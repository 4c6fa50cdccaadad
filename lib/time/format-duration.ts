const UNITS = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
] as const;

/** A length of time in at most two units: "7 d", "2 h 30 min", "45 s"; "0 s" below a second. */
export function formatDuration(durationMs: number): string {
  const parts: string[] = [];
  let restMs = Math.abs(durationMs);
  for (const [unitMs, unit] of UNITS) {
    const count = Math.floor(restMs / unitMs);
    if (count > 0) {
      parts.push(`${count} ${unit}`);
      restMs -= count * unitMs;
      if (parts.length === 2) break;
    } else if (parts.length > 0) break;
  }
  const text = parts.length === 0 ? "0 s" : parts.join(" ");
  return durationMs < 0 && parts.length > 0 ? `−${text}` : text;
}
