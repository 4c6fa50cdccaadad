import { addApproval, withdrawApprovals } from "@/db/queries/approval/store-approval";
import { addVersion, changeJourney, type JourneyRow, lockJourney } from "@/db/queries/journey/store-journey";
import { listSegments } from "@/db/queries/segment/store-segment";
import { estimateReach } from "@/db/queries/journey/estimate-reach";
import { loadWorkspaceSettings } from "@/db/queries/journey/load-live";
import { AppError } from "@/lib/errors/app-error";
import { countAssumed, withAssumptions } from "@/lib/journey/defaults";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import { isError, validate } from "@/lib/journey/validate";
import { policy as policySchema } from "@/lib/policy/policy";
import { type Risk, riskOf } from "@/lib/policy/risk";
import { actorUserId } from "@/lib/services/ctx";
import type { VerbScope } from "@/lib/services/define-verb";

export interface Frozen {
  journey: JourneyRow;
  document: JourneyDocument;
  versionId: string;
  number: number;
  approvalId: string;
  risk: Risk;
  askedBy: string;
  selfApprovalAllowed: boolean;
}

/** Make the draft an immutable version and ask for its approval. Every launch goes through such a record (RULES S16). */
export async function freezeVersion(
  { ctx, tx }: VerbScope,
  input: { journeyId: string; note: string; acceptedWarnings: readonly string[] },
): Promise<Frozen> {
  const askedBy = actorUserId(ctx.actor);
  if (askedBy === null) throw new AppError("forbidden", "A launch is asked for by a person of the team, not by a key.");
  const journey = await lockJourney(tx, input.journeyId);
  if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
  const draft = journeyDocument.parse(journey.draft);
  const segments = (await listSegments(tx)).map((one) => ({ id: one.id, name: one.name, deletedAt: one.deletedAt }));
  const problems = validate(draft, { segments });
  const errors = problems.filter(isError);
  if (errors.length > 0) {
    throw new AppError(
      "invalid",
      `The journey has ${errors.length === 1 ? "a problem" : `${errors.length} problems`} to mend first: ${errors[0]?.message}`,
      { problems: errors },
    );
  }
  const unticked = problems.filter((one) => one.severity === "warning" && !input.acceptedWarnings.includes(one.code));
  if (unticked.length > 0) {
    throw new AppError("invalid", `Tick the warnings to go on: ${unticked.map((one) => one.message).join(" ")}`, {
      problems: unticked,
    });
  }
  const document = withAssumptions(draft);
  const [versionId, approvalId, at, number] = [ctx.newId(), ctx.newId(), ctx.now(), journey.lastVersion + 1];
  await addVersion(tx, {
    id: versionId,
    journeyId: journey.id,
    number,
    document,
    layout: journey.layout,
    frozenAt: at,
    frozenBy: askedBy,
  });
  await changeJourney(tx, journey.id, {
    lastVersion: number,
    ...(journey.liveVersionId ? {} : { status: "in_review" }),
  });
  await withdrawApprovals(tx, journey.id, at);
  const policy = policySchema.parse((await loadWorkspaceSettings(tx)).policy ?? {});
  const reach = await estimateReach(tx, document, at);
  const { risk, because } = riskOf(document, reach, policy);
  const facts = {
    reach,
    because,
    note: input.note,
    acceptedWarnings: [...input.acceptedWarnings],
    ...countAssumed(document),
    inFlight: "stay",
  };
  await addApproval(tx, {
    id: approvalId,
    journeyId: journey.id,
    versionId,
    status: "asked",
    risk,
    facts,
    askedBy,
    askedAt: at,
  });
  return {
    journey,
    document,
    versionId,
    number,
    approvalId,
    risk,
    askedBy,
    selfApprovalAllowed: risk === "low" && policy.selfApproveLowRisk,
  };
}
