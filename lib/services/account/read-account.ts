import { listAccountEscalations } from "@/db/queries/account/list-escalations";
import { listEnrollments } from "@/db/queries/account/list-enrollments";
import { listMembers } from "@/db/queries/account/list-members";
import { loadStepNames } from "@/db/queries/report/load-step-names";
import { loadTeam } from "@/db/queries/report/load-team";
import { readAccountContract } from "@/lib/contract/account/read-account";
import { healthBand } from "@/lib/health/health";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;

/** An account's head: who it is, its people, where it is in journeys, its escalations. */
export const readAccount = defineVerb(readAccountContract, async ({ ctx, tx }, { accountId }) => {
  const account = await findOrFail(tx, accountId);
  const team = await loadTeam(tx);
  const enrollments = await listEnrollments(tx, account.bucket, account.id);
  const stepName = await loadStepNames(
    tx,
    enrollments.map((one) => one.versionId),
  );
  const nowMs = ctx.now().getTime();
  return {
    id: account.id,
    name: account.name,
    externalId: account.externalId,
    arr: account.arr,
    plan: account.plan,
    stage: account.stage,
    health: account.health,
    band: healthBand(account.health),
    renewsInDays: account.contractEnd ? Math.ceil((account.contractEnd.getTime() - nowMs) / DAY_MS) : null,
    ownerId: account.ownerId,
    ownerName: team.find((member) => member.id === account.ownerId)?.name ?? null,
    traits: account.traits,
    team,
    members: await listMembers(tx, account.bucket, account.id),
    enrollments: enrollments.map((one) => ({ ...one, stepName: stepName(one.versionId, one.stepId) ?? one.stepId })),
    escalations: await listAccountEscalations(tx, account.bucket, account.id),
    mayWrite: ctx.actor.role === "csm" || ctx.actor.role === "manager" || ctx.actor.role === "admin",
  };
});
