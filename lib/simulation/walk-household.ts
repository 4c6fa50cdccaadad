import type { FactEngagement, FactEvent, Facts } from "@/lib/audience/facts";
import { idOf } from "@/lib/hash/id-of";
import type { Action } from "@/lib/journey/action";
import { advance } from "@/lib/journey/advance";
import { type Arrival, beginEnrollment, mayEnter } from "@/lib/journey/enter";
import type { Input, Settlement } from "@/lib/journey/input";
import type { Plan } from "@/lib/journey/plan";
import { updateTraits } from "@/lib/journey/update-traits";
import type { Policy } from "@/lib/policy/policy";
import { toTimeMs } from "@/lib/audience/operators";
import { Agenda } from "@/lib/simulation/agenda";
import type {
  Household,
  HouseholdEvent,
  HouseholdPerson,
  Respondents,
  WalkedJourney,
} from "@/lib/simulation/household";
import {
  askForMessage,
  cancelMessages,
  type GateScope,
  gateAgain,
  PersonTouches,
} from "@/lib/simulation/walk-messages";
import type { Walked, WalkedEnrollment, WalkedMessage, WalkedTask } from "@/lib/simulation/walked";

/** Ties: what happened comes before what time brings (RULES S10). */
const RANK = { happened: 1, timer: 2 } as const;
/** Refusals nobody would ask about: the subject simply was not meant. */
const silent: ReadonlySet<string> = new Set(["entry.other_trigger"]);
/** A step that asks to be woken at once, again, without moving is asked again after this. */
const SPIN_PAUSE_MS = 60_000;

export interface WalkOptions {
  journeys: readonly WalkedJourney[];
  policy: Policy;
  respondents: Respondents;
  /** Nothing is handled at or after this time. */
  untilMs: number;
}

interface Active extends WalkedEnrollment {
  plan: Plan;
  journey: WalkedJourney;
}

interface Subject {
  kind: "person" | "account";
  id: string;
  person: HouseholdPerson | null;
  traits: Readonly<Record<string, unknown>>;
  facts: Facts;
  events: FactEvent[];
  engagement: FactEngagement[];
  active: Active[];
  past: Map<string, { entries: number; lastExitAtMs: number | null }>;
}

type Due =
  | { type: "timer"; active: Active }
  | { type: "review" }
  | { type: "date"; journey: WalkedJourney; subject: Subject; forMs: number }
  | { type: "answered"; message: WalkedMessage; settlement: Settlement }
  | { type: "settled"; place: Pick<WalkedMessage, "enrollmentId" | "stepId" | "visit">; settlement: Settlement }
  | { type: "engaged"; message: WalkedMessage; how: "clicked" | "opened" }
  | { type: "task"; task: WalkedTask; outcome: string }
  | { type: "gate"; message: WalkedMessage };

/** Walk one account and its people through journeys in virtual time, by the same core that runs them live. */
export function walkHousehold(household: Household, options: WalkOptions): Walked {
  return new HouseholdWalk(household, options).run();
}

class HouseholdWalk {
  readonly #agenda = new Agenda<Due>();
  readonly #subjects = new Map<string, Subject>();
  readonly #account: Subject;
  readonly #byEnrollment = new Map<string, { subject: Subject; active: Active }>();
  readonly #remembered: ReadonlySet<string>;
  readonly #datesSeen = new Set<string>();
  readonly #walked: Walked = {
    enrollments: [],
    moves: [],
    decisions: [],
    messages: [],
    reservations: new Map(),
    tasks: [],
    stays: [],
    outcomes: [],
    traits: new Map(),
  };
  readonly #gates: GateScope;
  #segments: ReadonlySet<string> = new Set();
  #stage: string | null = null;

  constructor(
    private readonly household: Household,
    private readonly options: WalkOptions,
  ) {
    const plans = options.journeys.flatMap((journey) => journey.versions.map((version) => version.plan));
    this.#remembered = new Set(plans.flatMap((plan) => plan.interests.events));
    this.#account = this.#addSubject("account", household.account.id, household.account.zone, null, {});
    for (const person of household.people) this.#addSubject("person", person.id, person.zone, person, person.traits);
    const names = new Map(options.journeys.map((journey) => [journey.journeyId, journey.name]));
    this.#gates = {
      household,
      policy: options.policy,
      accountTouches: [],
      personTouches: new PersonTouches(),
      walked: this.#walked,
      nameOf: (journeyId) => names.get(journeyId) ?? null,
      settle: (place, atMs, settlement) =>
        this.#agenda.add(atMs, RANK.happened, { type: "settled", place, settlement }),
      send: (message, nowMs) => this.#send(message, nowMs),
      askAgain: (message, atMs) => this.#agenda.add(atMs, RANK.timer, { type: "gate", message }),
    };
    for (const atMs of household.reviewsAtMs) this.#agenda.add(atMs, RANK.timer, { type: "review" });
  }

  run(): Walked {
    const { events } = this.household;
    const { untilMs } = this.options;
    let next = 0;
    for (;;) {
      const event = events[next];
      const dueAtMs = this.#agenda.nextAtMs ?? Number.POSITIVE_INFINITY;
      const eventAtMs = event?.atMs ?? Number.POSITIVE_INFINITY;
      if (Math.min(dueAtMs, eventAtMs) >= untilMs) return this.#walked;
      if (event && eventAtMs <= dueAtMs) {
        next++;
        this.#happen(event);
      } else {
        const item = this.#agenda.take();
        if (item) this.#handle(item.due, item.atMs);
      }
    }
  }

  #addSubject(
    kind: Subject["kind"],
    id: string,
    zone: string,
    person: HouseholdPerson | null,
    traits: Subject["traits"],
  ): Subject {
    const walk = this;
    const events: FactEvent[] = [];
    const engagement: FactEngagement[] = [];
    const subject: Subject = {
      kind,
      id,
      person,
      traits,
      events,
      engagement,
      active: [],
      past: new Map(),
      facts: {
        get traits() {
          return subject.traits;
        },
        get account() {
          return walk.#account.traits;
        },
        get segments() {
          return kind === "account" ? walk.#segments : new Set<string>();
        },
        events,
        engagement,
        zone,
      },
    };
    this.#subjects.set(id, subject);
    return subject;
  }

  #happen(event: HouseholdEvent): void {
    if (this.household.reviewAfter.has(event.name)) this.#review(event.atMs);
    const person = event.personId === null ? null : this.#subjects.get(event.personId);
    const fact: FactEvent = { name: event.name, atMs: event.atMs, properties: event.properties };
    for (const subject of person ? [person, this.#account] : [this.#account]) {
      if (!this.#remembered.has(event.name)) continue;
      subject.events.push(fact);
      for (const active of [...subject.active]) {
        if (active.plan.interests.events.includes(event.name))
          this.#move(subject, active, { type: "event", nowMs: event.atMs, event: fact });
      }
      for (const journey of this.options.journeys) {
        const plan = this.#planAt(journey, event.atMs);
        if (!plan?.interests.entryEvents.includes(event.name) || plan.document.subject !== subject.kind) continue;
        this.#enter(subject, journey, plan, {
          subjectId: subject.id,
          nowMs: event.atMs,
          trigger: "event",
          event: fact,
        });
      }
    }
  }

  #handle(due: Due, nowMs: number): void {
    switch (due.type) {
      case "timer": {
        const { active } = due;
        const subject = this.#subjects.get(active.enrollment.subjectId);
        if (subject && active.enrollment.status === "active" && active.enrollment.dueAtMs === nowMs)
          this.#move(subject, active, { type: "time", nowMs });
        break;
      }
      case "review":
        this.#review(nowMs);
        break;
      case "date": {
        const plan = this.#planAt(due.journey, nowMs);
        if (plan && this.#dateOf(plan, due.subject) === due.forMs) {
          this.#enter(due.subject, due.journey, plan, {
            subjectId: due.subject.id,
            nowMs,
            trigger: "date",
            event: null,
          });
        }
        break;
      }
      case "settled":
        this.#settle(due.place, due.settlement, nowMs);
        break;
      case "answered":
        this.#answered(due.message, due.settlement, nowMs);
        break;
      case "engaged":
        this.#engaged(due.message, due.how, nowMs);
        break;
      case "task":
        if (due.task.status === "open") {
          Object.assign(due.task, { status: "done", outcome: due.outcome, closedAtMs: nowMs });
          this.#tell(due.task.enrollmentId, {
            type: "task",
            nowMs,
            stepId: due.task.stepId,
            visit: due.task.visit,
            outcome: due.outcome,
          });
        }
        break;
      case "gate":
        if (due.message.status === "held" && due.message.dueAtMs === nowMs) gateAgain(this.#gates, due.message, nowMs);
        break;
    }
  }

  #planAt(journey: WalkedJourney, nowMs: number): Plan | null {
    return journey.versions.findLast((version) => version.fromMs <= nowMs)?.plan ?? null;
  }

  /** Work the account's traits out again; whoever waits for them is asked, and segments entered are doors. */
  #review(nowMs: number): void {
    const before = this.#segments;
    const { traits, segments } = this.household.review(nowMs, this.#stage);
    this.#segments = segments;
    this.#account.traits = { ...this.#account.traits, ...traits };
    for (const active of [...this.#account.active]) {
      if (active.plan.interests.traits.length > 0 || active.plan.interests.segments.length > 0)
        this.#move(this.#account, active, { type: "time", nowMs });
    }
    for (const journey of this.options.journeys) {
      const plan = this.#planAt(journey, nowMs);
      if (plan?.document.subject !== "account") continue;
      const { trigger } = plan.document.entry;
      if (trigger.type === "date") this.#awaitDate(journey, plan, nowMs);
      if (trigger.type !== "segment" || segments.has(trigger.segmentId) !== (trigger.on === "entered")) continue;
      if (before.has(trigger.segmentId) === segments.has(trigger.segmentId)) continue;
      this.#enter(this.#account, journey, plan, {
        subjectId: this.#account.id,
        nowMs,
        trigger: "segment",
        event: null,
      });
    }
  }

  #dateOf(plan: Plan, subject: Subject): number | null {
    const { trigger } = plan.document.entry;
    if (trigger.type !== "date") return null;
    const atMs = toTimeMs(subject.traits[trigger.trait]) + trigger.offsetMs;
    return Number.isFinite(atMs) ? atMs : null;
  }

  #awaitDate(journey: WalkedJourney, plan: Plan, nowMs: number): void {
    const forMs = this.#dateOf(plan, this.#account);
    const key = `${journey.journeyId} ${forMs}`;
    if (forMs === null || forMs < nowMs || this.#datesSeen.has(key)) return;
    this.#datesSeen.add(key);
    this.#agenda.add(forMs, RANK.timer, { type: "date", journey, subject: this.#account, forMs });
  }

  #enter(subject: Subject, journey: WalkedJourney, plan: Plan, arrival: Arrival): void {
    const { nowMs } = arrival;
    const past = subject.past.get(journey.journeyId) ?? { entries: 0, lastExitAtMs: null };
    const isActive = subject.active.some((one) => one.journey === journey);
    const entry = mayEnter(plan, arrival, subject.facts, {
      active: isActive,
      lastExitAtMs: past.lastExitAtMs,
      entries: past.entries,
    });
    if (!entry.enter) {
      const { journeyId, versionId } = plan;
      const { code, detail } = entry;
      if (silent.has(code)) return;
      this.#walked.decisions.push({
        subjectId: subject.id,
        enrollmentId: null,
        journeyId,
        versionId,
        stepId: null,
        visit: 0,
        code,
        port: null,
        detail,
        atMs: nowMs,
      });
      return;
    }
    const running = subject.active.find((one) => one.journey === journey);
    if (running) this.#move(subject, running, { type: "leave", nowMs, outcome: "graceful", code: "restart" });
    const id = idOf("enrollment", journey.journeyId, subject.id, entry.key, String(past.entries));
    const { context, variant, heldOut } = entry;
    const enrollment = beginEnrollment(plan, { id, subjectId: subject.id, nowMs, context, variant, heldOut });
    const active: Active = { entryKey: entry.key, enrollment, plan, journey };
    subject.past.set(journey.journeyId, { ...past, entries: past.entries + 1 });
    subject.active.push(active);
    this.#byEnrollment.set(id, { subject, active });
    this.#walked.enrollments.push(active);
    this.#move(subject, active, { type: "time", nowMs });
  }

  /** Give one enrollment one input, and take over what came of it. */
  #move(subject: Subject, active: Active, input: Input): void {
    const before = active.enrollment;
    if (before.status !== "active") return;
    const result = advance(active.plan, before, input, subject.facts);
    const isSpinning =
      input.type === "time" &&
      result.moves.length === 0 &&
      result.enrollment.dueAtMs !== null &&
      result.enrollment.dueAtMs <= input.nowMs;
    active.enrollment = isSpinning ? { ...result.enrollment, dueAtMs: input.nowMs + SPIN_PAUSE_MS } : result.enrollment;
    const { id: enrollmentId, journeyId, versionId, heldOut, dueAtMs } = active.enrollment;
    const origin = { enrollmentId, journeyId, versionId, subjectId: subject.id };
    for (const move of result.moves) this.#walked.moves.push({ ...move, ...origin, heldOut });
    for (const decision of result.decisions) this.#walked.decisions.push({ ...decision, ...origin });
    if (active.journey.isLifecycle) this.#noteStage(active, input);
    if (active.enrollment.status === "exited") this.#leave(subject, active);
    for (const action of result.actions) this.#perform(subject, active, action, input.nowMs);
    if (dueAtMs !== null && (dueAtMs !== before.dueAtMs || isSpinning || input.type === "time")) {
      this.#agenda.add(dueAtMs, RANK.timer, { type: "timer", active });
    }
  }

  #tell(enrollmentId: string, input: Input): void {
    const found = this.#byEnrollment.get(enrollmentId);
    if (found) this.#move(found.subject, found.active, input);
  }

  #leave(subject: Subject, active: Active): void {
    const { versionId, stepId, heldOut, outcome, exitedAtMs, journeyId } = active.enrollment;
    subject.active = subject.active.filter((one) => one !== active);
    const past = subject.past.get(journeyId);
    subject.past.set(journeyId, { entries: past?.entries ?? 1, lastExitAtMs: exitedAtMs });
    this.#walked.outcomes.push({
      subjectId: subject.id,
      versionId,
      stepId,
      outcome: `exit:${outcome ?? "graceful"}`,
      heldOut,
      atMs: exitedAtMs ?? 0,
    });
  }

  #noteStage(active: Active, input: Input): void {
    const { stateId, stateEnteredAtMs, stateTimedOut, status, outcome, exitedAtMs } = active.enrollment;
    const stage = active.plan.states.get(stateId)?.stage ?? null;
    const open = this.#walked.stays.at(-1);
    if (status === "exited" && outcome !== "success") {
      if (open) open.leftAtMs = exitedAtMs;
      this.#stage = null;
    } else if (stage !== null && stage !== this.#stage) {
      if (open) open.leftAtMs = stateEnteredAtMs;
      const manner = this.#stage === null ? "placed" : stateTimedOut && input.type === "time" ? "late" : "met";
      this.#walked.stays.push({ stage, enteredAtMs: stateEnteredAtMs, leftAtMs: null, manner });
      this.#stage = stage;
    }
    if (this.#account.traits.stage !== this.#stage)
      this.#account.traits = { ...this.#account.traits, stage: this.#stage };
  }

  #perform(subject: Subject, active: Active, action: Action, nowMs: number): void {
    const { versionId, heldOut, id } = active.enrollment;
    switch (action.type) {
      case "send":
        askForMessage(
          this.#gates,
          { enrollment: active.enrollment, plan: active.plan, person: subject.person, action },
          nowMs,
        );
        break;
      case "webhook":
        this.#tell(id, {
          type: "settled",
          nowMs,
          stepId: action.stepId,
          visit: action.visit,
          settlement: { outcome: "accepted" },
        });
        break;
      case "task":
        this.#addTask(subject, active, action, nowMs);
        break;
      case "update": {
        const target = action.config.of === "account" ? this.#account : subject;
        target.traits = updateTraits(target.traits, action.config.set);
        this.#walked.traits.set(target.id, target.traits);
        break;
      }
      case "milestone":
        this.#walked.outcomes.push({
          subjectId: subject.id,
          versionId,
          stepId: action.stepId,
          outcome: action.isGoal ? "goal" : "milestone",
          heldOut,
          atMs: nowMs,
        });
        break;
      case "release":
        cancelMessages(this.#gates, id, action.code);
        for (const task of this.#walked.tasks) {
          if (task.enrollmentId !== id || task.status !== "open" || task.config.keepOpen) continue;
          Object.assign(task, { status: "cancelled", outcome: "no longer needed", closedAtMs: nowMs });
        }
        break;
    }
  }

  #addTask(subject: Subject, active: Active, action: Extract<Action, { type: "task" }>, nowMs: number): void {
    const { id: enrollmentId, journeyId, versionId, heldOut } = active.enrollment;
    const { config, key, stepId, visit, dueAtMs } = action;
    const step = active.plan.steps.get(stepId);
    const ownerId =
      (config.owner.type === "user" ? config.owner.userId : this.household.account.ownerId) ??
      config.fallbackUserId ??
      null;
    const task: WalkedTask = {
      ...{
        id: idOf("task", key),
        key,
        enrollmentId,
        journeyId,
        versionId,
        subjectId: subject.id,
        personId: subject.person?.id ?? null,
      },
      ...{ stepId, visit, config, title: config.title || step?.name || "Task", ownerId, dueAtMs },
      ...{
        cause: `${active.plan.document.name}: ${step?.name ?? stepId}`,
        createdAtMs: nowMs,
        status: "open",
        outcome: null,
        closedAtMs: null,
      },
    };
    this.#walked.tasks.push(task);
    this.#walked.outcomes.push({ subjectId: subject.id, versionId, stepId, outcome: "task", heldOut, atMs: nowMs });
    const answer = this.options.respondents.toTask({ key, ownerId, createdAtMs: nowMs, dueAtMs });
    if (answer)
      this.#agenda.add(nowMs + answer.closedAfterMs, RANK.happened, { type: "task", task, outcome: answer.outcome });
  }

  #send(message: WalkedMessage, nowMs: number): void {
    const { request, personId } = message;
    const answer = this.options.respondents.toMessage({
      key: request.key,
      channel: request.channel,
      personId,
      atMs: nowMs,
    });
    const sentAtMs = nowMs + answer.acceptedAfterMs;
    const settlement: Settlement = answer.bounces ? { outcome: "not_sent", code: "bounced" } : { outcome: "accepted" };
    this.#agenda.add(sentAtMs, RANK.happened, { type: "answered", message, settlement });
    if (answer.bounces) return;
    if (answer.openedAfterMs !== null)
      this.#agenda.add(sentAtMs + answer.openedAfterMs, RANK.happened, { type: "engaged", message, how: "opened" });
    if (answer.clickedAfterMs !== null)
      this.#agenda.add(sentAtMs + answer.clickedAfterMs, RANK.happened, { type: "engaged", message, how: "clicked" });
  }

  #settle(
    { enrollmentId, stepId, visit }: Pick<WalkedMessage, "enrollmentId" | "stepId" | "visit">,
    settlement: Settlement,
    nowMs: number,
  ): void {
    this.#tell(enrollmentId, { type: "settled", nowMs, stepId, visit, settlement });
  }

  /** The provider's answer. */
  #answered(message: WalkedMessage, settlement: Settlement, nowMs: number): void {
    const { versionId, stepId, heldOut, personId, subjectId, request } = message;
    if (message.status !== "queued") return;
    const isSent = settlement.outcome === "accepted";
    if (isSent) Object.assign(message, { status: "sent", dueAtMs: null, sentAtMs: nowMs });
    else
      Object.assign(message, {
        status: "failed",
        dueAtMs: null,
        bouncedAtMs: nowMs,
        reasonCode: settlement.code,
        countedAtMs: null,
      });
    if (isSent) this.#walked.outcomes.push({ subjectId, versionId, stepId, outcome: "sent", heldOut, atMs: nowMs });
    if (isSent) this.#subjects.get(personId)?.engagement.push({ did: "sent", channel: request.channel, atMs: nowMs });
    this.#settle(message, settlement, nowMs);
  }

  #engaged(message: WalkedMessage, how: "clicked" | "opened", nowMs: number): void {
    const { versionId, stepId, visit, enrollmentId, heldOut, personId, subjectId, request } = message;
    if (message.status !== "sent") return;
    if (how === "opened") message.openedAtMs ??= nowMs;
    else message.clickedAtMs ??= nowMs;
    this.#walked.outcomes.push({ subjectId, versionId, stepId, outcome: how, heldOut, atMs: nowMs });
    this.#subjects.get(personId)?.engagement.push({ did: how, channel: request.channel, atMs: nowMs });
    this.#tell(enrollmentId, { type: "engaged", nowMs, stepId, visit, how });
  }
}
