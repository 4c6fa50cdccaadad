import { idOf } from "@/lib/hash/id-of";
import type { Action } from "@/lib/journey/action";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Settlement } from "@/lib/journey/input";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import type { Plan } from "@/lib/journey/plan";
import { gateAccount, gatePerson, isGuarded } from "@/lib/policy/gate";
import type { AccountGateFacts, GateRequest, Touch, Verdict } from "@/lib/policy/gate-types";
import type { Policy } from "@/lib/policy/policy";
import type { Household, HouseholdPerson } from "@/lib/simulation/household";
import type { Walked, WalkedMessage } from "@/lib/simulation/walked";

/** What each person was sent, oldest first. */
export class PersonTouches {
  readonly #byPerson = new Map<string, Touch[]>();

  of(personId: string): Touch[] {
    const known = this.#byPerson.get(personId) ?? [];
    this.#byPerson.set(personId, known);
    return known;
  }
}

/** The two owners of limits as one walk sees them. */
export interface GateScope {
  household: Household;
  policy: Policy;
  readonly accountTouches: Touch[];
  readonly personTouches: PersonTouches;
  readonly walked: Walked;
  nameOf(journeyId: string): string | null;
  /** Tell the enrollment how its message ended. */
  settle(place: Pick<WalkedMessage, "enrollmentId" | "stepId" | "visit">, atMs: number, settlement: Settlement): void;
  send(message: WalkedMessage, nowMs: number): void;
  askAgain(message: WalkedMessage, atMs: number): void;
}

interface Asked {
  enrollment: Enrollment;
  plan: Plan;
  /** The subject when it is a person. */
  person: HouseholdPerson | null;
  action: Extract<Action, { type: "send" }>;
}

/** A hold without an end, such as an open escalation, is looked at again at least this often. */
const LOOK_AGAIN_MS = 3_600_000;

/** Whom a message is for (RULES S18): the subject, or people of the account known by now; a role nobody holds falls back
 * to the primary contact. */
function recipientsOf(
  scope: GateScope,
  person: HouseholdPerson | null,
  to: ConfigOf<"message">["to"],
  nowMs: number,
): HouseholdPerson[] {
  if (person) return [person];
  const known = scope.household.people.filter((one) => one.sinceMs <= nowMs);
  const holders = to.type === "role" ? known.filter((one) => one.role === to.role).slice(0, to.atMost) : [];
  return holders.length > 0 ? holders : known.slice(0, 1);
}

/** Ask both owners for a message to each recipient; nobody to write to settles it at once. */
export function askForMessage(scope: GateScope, { enrollment, plan, person, action }: Asked, nowMs: number): void {
  const { config, stepId, visit } = action;
  const recipients = recipientsOf(scope, person, config.to, nowMs);
  const { id: enrollmentId, journeyId, versionId, subjectId, heldOut } = enrollment;
  const origin = { enrollmentId, journeyId, versionId, subjectId };
  for (const recipient of recipients) {
    const key = recipients.length === 1 ? action.key : `${action.key}:${recipient.id}`;
    const request: GateRequest = {
      ...{ key, channel: config.channel, purpose: config.purpose, topic: config.topic, journeyId },
      ...{ priority: plan.document.priority, automated: true, staleAtMs: nowMs + config.staleMs },
    };
    const message: WalkedMessage = {
      ...origin,
      ...{
        id: idOf("message", key),
        request,
        personId: recipient.id,
        stepId,
        visit,
        subjectLine: config.content.subject,
        heldOut,
      },
      ...{ status: "held", dueAtMs: null, reasonCode: null, reasonDetail: {}, countedAtMs: null, createdAtMs: nowMs },
      ...{
        sentAtMs: null,
        openedAtMs: null,
        clickedAtMs: null,
        bouncedAtMs: null,
        wasPaused: false,
        isBegun: person !== null,
        survivesExit: config.purpose === "transactional" || config.sendAnyway,
      },
    };
    scope.walked.messages.push(message);
    gateAgain(scope, message, nowMs);
  }
  if (recipients.length > 0) return;
  scope.settle({ enrollmentId, stepId, visit }, nowMs, {
    outcome: "not_sent",
    code: "no_recipient",
    detail: { to: config.to },
  });
}

/** Account first, then person; what is held is asked again in full at its release (RULES S4, S11). */
export function gateAgain(scope: GateScope, message: WalkedMessage, nowMs: number): void {
  const { request } = message;
  const person = scope.household.people.find((one) => one.id === message.personId);
  if (!person) return;
  const escalation = openEscalation(scope, nowMs);
  const releasedAtMs = message.wasPaused ? lastRelease(scope, nowMs) : null;
  const asked = gateAccount(request, { escalation, releasedAtMs, touches: scope.accountTouches }, scope.policy, nowMs);
  const verdict =
    asked.verdict !== "send"
      ? asked
      : gatePerson(
          request,
          {
            ...{ consent: person.consent, region: person.region, zone: person.zone },
            ...{ reachable: person.channels.has(request.channel), touches: scope.personTouches.of(person.id) },
          },
          scope.policy,
          nowMs,
        );
  reserve(scope, message, asked, verdict, nowMs);
  settle(scope, message, verdict, nowMs);
}

function openEscalation({ household }: GateScope, nowMs: number): AccountGateFacts["escalation"] {
  const open = household.escalations.find(
    (one) => one.openedAtMs <= nowMs && (one.closedAtMs === null || one.closedAtMs > nowMs),
  );
  return open ? { id: open.id, title: open.title, severity: open.severity } : null;
}

function lastRelease({ household }: GateScope, nowMs: number): number | null {
  const closed = household.escalations.flatMap((one) =>
    one.closedAtMs !== null && one.closedAtMs <= nowMs ? [one.closedAtMs] : [],
  );
  return closed.length === 0 ? null : Math.max(...closed);
}

function reserve(scope: GateScope, message: WalkedMessage, asked: Verdict, verdict: Verdict, nowMs: number): void {
  const { request, isBegun } = message;
  if (asked.verdict === "send" && !isBegun) Object.assign(message, { isBegun: true, createdAtMs: nowMs });
  if (!isGuarded(request)) return;
  const before = scope.walked.reservations.get(request.key);
  const isGiven = verdict.verdict === "send" || (verdict.verdict === "hold" && asked.verdict === "send");
  scope.walked.reservations.set(request.key, {
    message,
    status: isGiven
      ? "given"
      : asked.verdict === "hold"
        ? "waiting"
        : asked.verdict === "send"
          ? "returned"
          : "refused",
    reasonCode: asked.verdict === "send" ? null : asked.reason.code,
    dueAtMs: asked.verdict === "hold" ? holdUntil(scope, request, asked.untilMs, nowMs) : null,
    countedAtMs: isGiven ? (before?.countedAtMs ?? nowMs) : null,
    askedAtMs: before?.askedAtMs ?? nowMs,
  });
  touch(scope.accountTouches, message, isGiven ? (before?.countedAtMs ?? nowMs) : null, scope);
}

/** Take a place, or give it back. */
function touch(touches: Touch[], { request, journeyId }: WalkedMessage, atMs: number | null, scope: GateScope): void {
  const place = touches.findIndex((one) => one.key === request.key);
  if (place >= 0) touches.splice(place, 1);
  if (atMs === null) return;
  touches.push({ key: request.key, channel: request.channel, atMs, journeyId, journeyName: scope.nameOf(journeyId) });
}

function settle(scope: GateScope, message: WalkedMessage, verdict: Verdict, nowMs: number): void {
  const { request, versionId, stepId, visit, enrollmentId, journeyId, personId, subjectId, isBegun } = message;
  const { code, detail } = verdict.reason;
  const record = (what: string, values: Record<string, unknown>) => {
    const origin = { subjectId: isBegun ? personId : subjectId, enrollmentId, journeyId, versionId };
    scope.walked.decisions.push({
      ...origin,
      stepId,
      visit,
      code: what,
      port: null,
      detail: { channel: request.channel, ...values },
      atMs: nowMs,
    });
    scope.walked.outcomes.push({
      subjectId: origin.subjectId,
      versionId,
      stepId,
      outcome: what,
      heldOut: false,
      atMs: nowMs,
    });
  };
  if (verdict.verdict === "send") {
    const countedAtMs = isGuarded(request) ? nowMs : null;
    Object.assign(message, { status: "queued", dueAtMs: nowMs, reasonCode: null, reasonDetail: {}, countedAtMs });
    if (countedAtMs !== null) touch(scope.personTouches.of(personId), message, countedAtMs, scope);
    record("message.send", {});
    scope.send(message, nowMs);
  } else if (verdict.verdict === "hold") {
    const isNews = message.reasonCode !== code;
    const dueAtMs = holdUntil(scope, request, verdict.untilMs, nowMs);
    Object.assign(message, {
      status: "held",
      dueAtMs,
      reasonCode: code,
      reasonDetail: { ...detail, untilMs: verdict.untilMs },
    });
    if (code === "escalation.open") message.wasPaused = true;
    if (isNews) record("message.hold", { reason: code, ...detail, untilMs: verdict.untilMs });
    scope.askAgain(message, dueAtMs);
  } else {
    Object.assign(message, { status: "dropped", dueAtMs: null, reasonCode: code, reasonDetail: detail });
    record("message.drop", { reason: code, ...detail });
    scope.settle(message, nowMs, { outcome: "not_sent", code, detail });
  }
}

function holdUntil(scope: GateScope, { staleAtMs }: GateRequest, untilMs: number | null, nowMs: number): number {
  return Math.min(untilMs ?? nextRelease(scope, nowMs) ?? nowMs + LOOK_AGAIN_MS, staleAtMs + 1);
}

/** When the escalation that holds it closes; null when it is still open at the end of what is known. */
function nextRelease({ household }: GateScope, nowMs: number): number | null {
  const open = household.escalations.filter(
    (one) => one.openedAtMs <= nowMs && (one.closedAtMs === null || one.closedAtMs > nowMs),
  );
  if (open.length === 0 || open.some((one) => one.closedAtMs === null)) return null;
  return Math.max(...open.map((one) => one.closedAtMs ?? 0));
}

/** Leaving a state or the journey cancels what is not yet out (RULES S8). */
export function cancelMessages(scope: GateScope, enrollmentId: string, code: string): void {
  for (const message of scope.walked.messages) {
    if (message.enrollmentId !== enrollmentId || message.survivesExit) continue;
    if (message.status !== "held" && message.status !== "queued") continue;
    touch(scope.accountTouches, message, null, scope);
    touch(scope.personTouches.of(message.personId), message, null, scope);
    Object.assign(message, { status: "cancelled", reasonCode: code, dueAtMs: null, countedAtMs: null });
    const reservation = scope.walked.reservations.get(message.request.key);
    if (reservation) Object.assign(reservation, { status: "returned", dueAtMs: null, countedAtMs: null });
  }
}
