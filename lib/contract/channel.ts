/** An e-mail ready to go: everything the recipient's program shows and every header it acts on. */
export interface RenderedEmail {
  workspaceId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  /** Without angle brackets; the same for every attempt of one message, so that a resend can be recognised. */
  messageId: string;
  headers: Readonly<Record<string, string>>;
}

export interface RenderedWebhook {
  url: string;
  method: "POST" | "PUT";
  /** JSON text. */
  body: string;
  signingSecret: string;
}

/** What the app shows; kept with the row, because the row is the delivery. */
export interface RenderedInApp {
  subject: string;
  body: string;
  callToAction: { label: string; url: string } | null;
}

/** How one attempt ended, as far as this side can know (TRUST section 1).
 * `uncertain`: bytes were sent and no answer came, so the other side may or may not have acted. */
export type Delivered =
  | { outcome: "accepted"; providerId: string | null }
  | { outcome: "refused"; code: string; detail: Record<string, unknown> }
  | { outcome: "retry"; code: string; detail: Record<string, unknown>; afterMs?: number }
  | { outcome: "uncertain"; code: string; detail: Record<string, unknown> };

/** One way out. `key` is the message's own and is the same on every attempt. Never throws for what a provider does. */
export interface Channel<Rendered> {
  send(rendered: Rendered, key: string): Promise<Delivered>;
  close(): Promise<void>;
}

/** The ways out that are set up. A message on a channel that is not here is refused with that reason. */
export interface Channels {
  email: Channel<RenderedEmail>;
  webhook: Channel<RenderedWebhook>;
  in_app: Channel<RenderedInApp>;
}
