const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A short id that is new in any journey: "wait-k3f9x2p7". */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${prefix.replace(/[^a-z0-9]+/gi, "-").slice(0, 20)}-${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}
