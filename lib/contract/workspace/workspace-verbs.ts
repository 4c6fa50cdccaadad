import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";
import { isRegion } from "@/lib/policy/regions";
import { isZone } from "@/lib/time/is-zone";

export const readWorkspaceContract = contract({
  name: "workspace.read",
  roles: everyone,
  input: z.object({}),
  audit: null,
});

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .regex(/^[^\r\n]*$/, "Write it on one line.");

/** What is left out stays as it is. */
export const saveWorkspaceContract = contract({
  name: "workspace.save",
  roles: ["admin"],
  input: z.strictObject({
    name: line(80).min(1, "Give the workspace a name, such as your company's.").optional(),
    zone: z.string().refine(isZone, "Choose a time zone from the list, such as Europe/Berlin.").optional(),
    region: z.string().refine(isRegion, "Choose a country from the list, or none.").nullable().optional(),
    senderName: line(120).optional(),
    senderAddress: z
      .union([z.literal(""), z.email("This is not an e-mail address. Write it like hello@example.com.")])
      .optional(),
    postalAddress: z.string().trim().max(300, "Use at most 300 characters.").optional(),
  }),
  audit: "workspace.saved",
});

/** What the General page shows and changes. */
export interface WorkspaceSettings {
  name: string;
  zone: string;
  /** ISO 3166 alpha-2. */
  region: string | null;
  senderName: string;
  senderAddress: string;
  postalAddress: string;
}
