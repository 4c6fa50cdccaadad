import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

const origin = z
  .string()
  .trim()
  .transform((value) => (value !== "*" && URL.canParse(value) ? new URL(value).origin : value))
  .refine(
    (value) => value === "*" || /^https?:\/\/[^/]+$/.test(value),
    "Must be the address of a site, such as https://shop.example, or * for any.",
  );

export const createWriteKeyContract = contract({
  name: "source.createWriteKey",
  roles: ["admin"],
  input: z
    .object({
      kind: z.enum(["server", "browser"], "Must be server or browser."),
      name: z
        .string()
        .trim()
        .min(1, "Give the key a name, such as the system that uses it.")
        .max(80, "Use at most 80 characters."),
      origins: z.array(origin).max(50, "Give at most 50 sites.").default([]),
    })
    .refine((key) => key.kind === "server" || key.origins.length > 0, {
      path: ["origins"],
      error: "Give the sites whose pages may use this key.",
    })
    .refine((key) => key.kind === "browser" || key.origins.length === 0, {
      path: ["origins"],
      error: "Only a browser key has sites.",
    }),
  audit: "writeKey.created",
});

export const listWriteKeysContract = contract({
  name: "source.listWriteKeys",
  roles: everyone,
  input: z.object({}),
  audit: null,
});

export const revokeWriteKeyContract = contract({
  name: "source.revokeWriteKey",
  roles: ["admin"],
  input: z.object({ writeKeyId: z.uuid() }),
  audit: "writeKey.revoked",
});

const limit = z.coerce.number().int().min(1).max(200).default(30);

export const listRecentEventsContract = contract({
  name: "source.listRecentEvents",
  roles: everyone,
  input: z.object({ limit }),
  audit: null,
});

export const listRefusedItemsContract = contract({
  name: "source.listRefusedItems",
  roles: everyone,
  input: z.object({ limit }),
  audit: null,
});

/** A key as it is listed; the key itself is shown once, when it is made. */
export interface WriteKeyListed {
  id: string;
  kind: "server" | "browser";
  name: string;
  lastFour: string;
  origins: string[];
  createdAtMs: number;
  revokedAtMs: number | null;
}

export const recentEvents = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      receivedAtMs: z.number(),
      type: z.string(),
      name: z.string(),
      /** Who it is about, as the sender calls them. */
      subject: z.string(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type RecentEvents = z.output<typeof recentEvents>;

export const refusedItems = z.object({
  refused: z.array(
    z.object({ id: z.string(), atMs: z.number(), field: z.string(), reason: z.string(), item: z.unknown() }),
  ),
});
export type RefusedItems = z.output<typeof refusedItems>;
