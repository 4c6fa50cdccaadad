import { createHmac } from "node:crypto";
import { lookup as resolve, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP } from "node:net";
import { Readable } from "node:stream";
import { Agent, buildConnector, request } from "undici";
import type { Channel, Delivered, RenderedWebhook } from "@/lib/contract/channel";
import { isLoopbackAddress, isPublicAddress } from "@/lib/channels/webhook/is-public-address";

const TIME_MAX_MS = 15_000;
const BODY_MAX_BYTES = 64 * 1024;
const RETRY_AFTER_MAX_MS = 3_600_000;

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface WebhookOptions {
  /** For tests and local trials: loopback addresses, and http to them, are allowed. */
  allowLoopback?: boolean;
  timeoutMs?: number;
  resolve?: Resolve;
  now?: () => Date;
}

class AddressRefused extends Error {}

/** Calls to users' addresses: https only, every dial checked by literal and by resolved address, no redirects, 15 s, 64 KB.
 * Signed as standardwebhooks do; `webhook-id` is the message's key, so that a receiver can drop a repeat. */
export function openWebhook({
  allowLoopback = false,
  timeoutMs = TIME_MAX_MS,
  resolve: resolveHost = resolve as Resolve,
  now = () => new Date(),
}: WebhookOptions = {}): Channel<RenderedWebhook> {
  const mayDial = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
  const lookup = (
    host: string,
    options: LookupOptions,
    done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ) => {
    resolveHost(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const refused = addresses.find((one) => !mayDial(one.address));
      const first = addresses[0];
      if (refused || !first) return done(new AddressRefused(`${host} is not a public address.`), []);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
  const dial = buildConnector({ timeout: Math.min(timeoutMs, 5_000), lookup: lookup as never });
  const agent = new Agent({
    connect(options, done) {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      // The lookup hook is never asked about an address that is already one.
      if (isIP(host) !== 0 && !mayDial(host)) return done(new AddressRefused(`${host} is not a public address.`), null);
      return dial(options, done);
    },
    pipelining: 0,
    keepAliveTimeout: 1_000,
    maxResponseSize: BODY_MAX_BYTES,
  });
  return {
    async send({ url, method, body, signingSecret }, key) {
      const refused = refuseUrl(url, allowLoopback);
      if (refused) return refused;
      const timestamp = Math.floor(now().getTime() / 1000).toString();
      let bytesWereSent = false;
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          body: Readable.from(
            (function* () {
              bytesWereSent = true;
              yield Buffer.from(body);
            })(),
            { objectMode: false },
          ),
          headers: {
            "content-type": "application/json",
            "content-length": String(Buffer.byteLength(body)),
            "user-agent": "Waymark",
            "webhook-id": key,
            "webhook-timestamp": timestamp,
            "webhook-signature": signWebhook(signingSecret, key, timestamp, body),
          },
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          signal: AbortSignal.timeout(timeoutMs),
        });
        answer.body.on("error", () => undefined).destroy();
        return readStatus(answer.statusCode, answer.headers["retry-after"], now());
      } catch (error) {
        const cause = error instanceof Error ? error : new Error(String(error));
        const detail = { message: cause.message.slice(0, 300) };
        if (cause instanceof AddressRefused) return { outcome: "refused", code: "webhook.private_address", detail };
        return bytesWereSent
          ? { outcome: "uncertain", code: "webhook.no_answer", detail }
          : { outcome: "retry", code: "webhook.unreachable", detail };
      }
    },
    close: () => agent.close(),
  };
}

/** `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body` (standardwebhooks 1.0). */
export function signWebhook(secret: string, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

function refuseUrl(url: string, allowLoopback: boolean): Delivered | null {
  if (!URL.canParse(url))
    return { outcome: "refused", code: "webhook.address", detail: { message: "This is not a web address." } };
  const { protocol, hostname, username } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isLocal = allowLoopback && (host === "localhost" || isLoopbackAddress(host));
  if (protocol !== "https:" && !(protocol === "http:" && isLocal))
    return {
      outcome: "refused",
      code: "webhook.address",
      detail: { message: "The address must begin with https://." },
    };
  if (username !== "")
    return {
      outcome: "refused",
      code: "webhook.address",
      detail: { message: "The address must not contain a user name or password." },
    };
  return null;
}

function readStatus(status: number, retryAfter: string | string[] | undefined, now: Date): Delivered {
  const detail = { reply: status };
  if (status >= 200 && status < 300) return { outcome: "accepted", providerId: null };
  if (status >= 300 && status < 400) return { outcome: "refused", code: "webhook.redirect", detail };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const afterMs = readRetryAfter(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter, now);
    return { outcome: "retry", code: "webhook.later", detail, ...(afterMs === null ? {} : { afterMs }) };
  }
  return { outcome: "refused", code: "webhook.refused", detail };
}

function readRetryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : null;
}
