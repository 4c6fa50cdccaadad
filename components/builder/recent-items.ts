const KEY = "waymark.recent-steps";
const KEPT = 3;

/** Ids of the palette items used last on this device, newest first. */
export function recentItems(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string").slice(0, KEPT) : [];
  } catch {
    return []; // storage may be switched off; the order is only a help
  }
}

export function rememberItem(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([id, ...recentItems().filter((one) => one !== id)].slice(0, KEPT)));
  } catch {
    // as above
  }
}
