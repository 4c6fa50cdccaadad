import { readJourneyReportContract } from "@/lib/contract/account/read-account";
import { prepareJourneyReport } from "@/lib/metrics/journey-report";
import { loadReportInput } from "@/lib/services/account/load-report-input";
import { defineVerb } from "@/lib/services/define-verb";

/** The Customer Journey Report as data. */
export const readJourneyReport = defineVerb(readJourneyReportContract, async ({ ctx, tx }, { accountId }) =>
  prepareJourneyReport(await loadReportInput(tx, accountId, ctx.now())),
);
