import { readReportMarkdownContract } from "@/lib/contract/account/read-account";
import { prepareJourneyReport } from "@/lib/metrics/journey-report";
import { journeyReportMarkdown } from "@/lib/metrics/journey-report-markdown";
import { loadReportInput } from "@/lib/services/account/load-report-input";
import { defineVerb } from "@/lib/services/define-verb";

/** The Customer Journey Report as Markdown, with the account's name for the file. */
export const readReportMarkdown = defineVerb(readReportMarkdownContract, async ({ ctx, tx }, { accountId }) => {
  const report = prepareJourneyReport(await loadReportInput(tx, accountId, ctx.now()));
  return { accountName: report.account.name, markdown: journeyReportMarkdown(report) };
});
