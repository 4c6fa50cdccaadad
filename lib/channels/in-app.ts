import type { Channel, RenderedInApp } from "@/lib/contract/channel";

/** The row itself is the delivery: once recorded as sent, the person's app can read it. */
export function openInApp(): Channel<RenderedInApp> {
  return {
    send: async () => ({ outcome: "accepted", providerId: null }),
    close: async () => undefined,
  };
}
