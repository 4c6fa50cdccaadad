import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

const account = z.object({ accountId: z.uuid() });

export const readAccountContract = contract({ name: "account.read", roles: everyone, input: account, audit: null });
export const readJourneyReportContract = contract({
  name: "account.readJourneyReport",
  roles: everyone,
  input: account,
  audit: null,
});
export const readReportMarkdownContract = contract({
  name: "account.readReportMarkdown",
  roles: everyone,
  input: account,
  audit: null,
});
export const readActivityContract = contract({
  name: "account.readActivity",
  roles: everyone,
  input: account.extend({ name: z.string().max(200).optional(), before: z.iso.datetime().optional() }),
  audit: null,
});
