import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const searchContract = contract({
  name: "search",
  roles: everyone,
  input: z.object({ q: z.string().trim().max(200, "Use at most 200 characters.").default("") }),
  audit: null,
});

export interface SearchHit {
  id: string;
  group: string;
  label: string;
  note?: string;
  href: string;
}
