import { listAccountEvents } from "@/db/queries/account/list-account-events";
import { listMembers } from "@/db/queries/account/list-members";
import { readActivityContract } from "@/lib/contract/account/read-account";
import { meaningfulEvents } from "@/lib/health/event-impact";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 550;
const PAGE = 100;

/** Every event of an account and its people, newest first. */
export const readActivity = defineVerb(readActivityContract, async ({ ctx, tx }, { accountId, name, before }) => {
  const account = await findOrFail(tx, accountId);
  const members = await listMembers(tx, account.bucket, account.id);
  const until = before ? new Date(before) : ctx.now();
  const events = await listAccountEvents(tx, account, members, {
    since: new Date(until.getTime() - HISTORY_DAYS * DAY_MS),
    until,
    limit: PAGE,
    names: name ? [name] : null,
  });
  const nameOf = new Map(members.map((member) => [member.id, member.name ?? member.email]));
  return {
    events: events.map((event) => ({
      id: event.id,
      atMs: event.at.getTime(),
      name: event.name,
      label: meaningfulEvents[event.name]?.label ?? event.name,
      impact: meaningfulEvents[event.name]?.impact ?? null,
      personId: event.personId,
      who: event.personId ? (nameOf.get(event.personId) ?? null) : null,
      properties: event.properties,
    })),
    before: events.length === PAGE ? (events.at(-1)?.at.toISOString() ?? null) : null,
  };
});
