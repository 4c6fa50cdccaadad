import { type Cap, capUse } from "@/lib/policy/caps";
import { consentProblem } from "@/lib/policy/consent";
import type { AccountGateFacts, GateRequest, PersonGateFacts, Reason, Touch, Verdict } from "@/lib/policy/gate-types";
import type { Policy } from "@/lib/policy/policy";
import { quietUntil } from "@/lib/policy/quiet-hours";

const send: Verdict = { verdict: "send", reason: { code: "ok", detail: {} } };
const mildSeverities: ReadonlySet<string> = new Set(["low", "medium"]);

/** Transactional messages and those a person in the team wrote are neither counted nor held (RULES S5). */
export function isGuarded({ purpose, automated }: GateRequest): boolean {
  return automated && purpose !== "transactional";
}

function drop(code: string, detail: Reason["detail"]): Verdict {
  return { verdict: "drop", reason: { code, detail } };
}

/** A hold that would outlive the message is a drop. */
function hold(untilMs: number, reason: Reason, { staleAtMs }: GateRequest): Verdict {
  if (untilMs <= staleAtMs) return { verdict: "hold", untilMs, reason };
  return drop("stale", { ...reason.detail, because: reason.code, untilMs, staleAtMs });
}

function capProblem(
  code: string,
  cap: Cap,
  touches: readonly Touch[],
  request: GateRequest,
  nowMs: number,
): Verdict | null {
  const { used, freeAtMs, last } = capUse(cap, touches, request.key, nowMs);
  if (freeAtMs <= nowMs) return null;
  const usedBy = last === null ? null : { journeyId: last.journeyId, name: last.journeyName, atMs: last.atMs };
  const detail = { channel: request.channel, max: cap.max, windowMs: cap.windowMs, used, usedBy };
  if (freeAtMs > request.staleAtMs) return drop(code, { ...detail, staleAtMs: request.staleAtMs });
  return { verdict: "hold", untilMs: freeAtMs, reason: { code, detail } };
}

function staleness({ staleAtMs }: GateRequest, nowMs: number): Verdict | null {
  return nowMs > staleAtMs ? drop("stale", { staleAtMs }) : null;
}

/**
 * What the account's owner says: escalation, spacing after one, the account's cap. `releasedAtMs` is given for
 * touchpoints an escalation held (RULES S15). A hold until null ends when the escalation closes.
 */
export function gateAccount(request: GateRequest, facts: AccountGateFacts, policy: Policy, nowMs: number): Verdict {
  if (!isGuarded(request)) return send;
  const stale = staleness(request, nowMs);
  if (stale !== null) return stale;
  const { escalation, releasedAtMs, touches } = facts;
  if (escalation !== null && !mildSeverities.has(escalation.severity)) {
    return { verdict: "hold", untilMs: null, reason: { code: "escalation.open", detail: { ...escalation } } };
  }
  if (releasedAtMs !== null) {
    const last = touches.findLast((touch) => touch.atMs >= releasedAtMs && touch.key !== request.key);
    const untilMs = (last?.atMs ?? Number.NEGATIVE_INFINITY) + policy.escalationSpacingMs;
    if (untilMs > nowMs) {
      return hold(
        untilMs,
        { code: "escalation.spacing", detail: { spacingMs: policy.escalationSpacingMs, releasedAtMs } },
        request,
      );
    }
  }
  return capProblem("cap.account", policy.accountCap, touches, request, nowMs) ?? send;
}

/** What the recipient's owner says: address, consent, quiet hours, the channel's caps. The first reason wins. */
export function gatePerson(request: GateRequest, facts: PersonGateFacts, policy: Policy, nowMs: number): Verdict {
  const { channel } = request;
  if (!facts.reachable) return drop("unreachable", { channel });
  const refusal = consentProblem(request, facts, policy);
  if (refusal !== null) return { verdict: "drop", reason: refusal };
  if (!isGuarded(request)) return send;
  const stale = staleness(request, nowMs);
  if (stale !== null) return stale;
  const { quietHours } = policy;
  if (quietHours.channels.includes(channel)) {
    const untilMs = quietUntil(quietHours, facts.zone, nowMs);
    const { fromMinute, toMinute } = quietHours;
    const reason = { code: "quiet_hours", detail: { channel, zone: facts.zone, fromMinute, toMinute } };
    if (untilMs === null) return { verdict: "drop", reason };
    if (untilMs > nowMs) return hold(untilMs, reason, request);
  }
  const touches = facts.touches.filter((touch) => touch.channel === channel);
  for (const cap of policy.caps) {
    if (cap.channel !== channel) continue;
    const problem = capProblem("cap.channel", cap, touches, request, nowMs);
    if (problem !== null) return problem;
  }
  return send;
}

/** Both owners in the order they are asked: the account first, then the person (RULES S4). No account: the person only. */
export function gate(
  request: GateRequest,
  { person, account }: { person: PersonGateFacts; account: AccountGateFacts | null },
  policy: Policy,
  nowMs: number,
): Verdict {
  const verdict = account === null ? send : gateAccount(request, account, policy, nowMs);
  return verdict.verdict === "send" ? gatePerson(request, person, policy, nowMs) : verdict;
}
