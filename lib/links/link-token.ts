import { createHmac, timingSafeEqual } from "node:crypto";

const MAC_BYTES = 16;
const HEAD_BYTES = 1 + 16 + 1 + 16;
export const TOKEN_LENGTH_MAX = 4000;

const kinds = { click: 1, open: 2, unsubscribe: 3, preferences: 4 } as const;
export type LinkKind = keyof typeof kinds;

/** What a link in a message says: no personal data, only which message, and where a click leads. */
export interface Link {
  kind: LinkKind;
  workspaceId: string;
  bucket: number;
  messageId: string;
  /** For clicks only; empty otherwise. */
  target: string;
}

/** A URL-safe token that only this workspace's secret can make, so that nobody can turn a link into another one. */
export function signLink(link: Link, secret: string): string {
  const payload = Buffer.concat([
    Buffer.from([kinds[link.kind]]),
    uuidBytes(link.workspaceId),
    Buffer.from([link.bucket]),
    uuidBytes(link.messageId),
    Buffer.from(link.target),
  ]);
  return Buffer.concat([mac(payload, secret), payload]).toString("base64url");
}

/** The workspace a token names, before anything is believed: it says whose secret to check with. */
export function workspaceOfLink(token: string): string | null {
  const bytes = decode(token);
  return bytes ? uuidText(bytes, MAC_BYTES + 1) : null;
}

/** The link, or null when the token was not made with this secret for this kind. */
export function verifyLink(token: string, kind: LinkKind, secret: string): Link | null {
  const bytes = decode(token);
  if (!bytes) return null;
  const payload = bytes.subarray(MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), mac(payload, secret))) return null;
  if (payload[0] !== kinds[kind]) return null;
  return {
    kind,
    workspaceId: uuidText(payload, 1),
    bucket: payload[17] ?? 0,
    messageId: uuidText(payload, 18),
    target: payload.subarray(HEAD_BYTES).toString(),
  };
}

function decode(token: string): Buffer | null {
  if (token.length > TOKEN_LENGTH_MAX || !/^[A-Za-z0-9_-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  // Base64 has several spellings of the same bytes; only the one we write counts.
  if (bytes.length < MAC_BYTES + HEAD_BYTES || bytes.toString("base64url") !== token) return null;
  return bytes;
}

function mac(payload: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("link\u0000").update(payload).digest().subarray(0, MAC_BYTES);
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function uuidText(bytes: Buffer, from: number): string {
  const hex = bytes.subarray(from, from + 16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
