import { env } from "@/lib/env";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** The sentence for every page while the printed demo passwords can be used from other machines; null when they cannot. */
export function exposureWarning(): string | null {
  const { demo, host } = env();
  if (!demo || host === undefined || loopback.has(host)) return null;
  return "Other machines can reach it, and the demo passwords are public.";
}
