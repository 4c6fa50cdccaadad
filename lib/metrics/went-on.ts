interface Left {
  accountId: string;
  enteredAtMs: number;
  leftAtMs: number | null;
}

/** Which stays were left for another stage. A stay that ended because the customer left was never completed. */
export function stayWentOn(stays: readonly Left[]): (stay: Left) => boolean {
  const lastEntry = new Map<string, number>();
  for (const stay of stays)
    lastEntry.set(stay.accountId, Math.max(lastEntry.get(stay.accountId) ?? 0, stay.enteredAtMs));
  return (stay) => stay.leftAtMs !== null && (lastEntry.get(stay.accountId) ?? 0) > stay.enteredAtMs;
}
