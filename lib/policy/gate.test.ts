import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gate, gateAccount, gatePerson } from "@/lib/policy/gate";
import type { AccountGateFacts, GateRequest, PersonGateFacts, Touch } from "@/lib/policy/gate-types";
import { defaultPolicy } from "@/lib/policy/policy";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON_MS = Date.UTC(2026, 5, 1, 12);

const requestOf = (more: Partial<GateRequest> = {}): GateRequest => ({
  key: "k",
  channel: "email",
  purpose: "marketing",
  topic: "general",
  journeyId: "j1",
  priority: 50,
  automated: true,
  staleAtMs: NOON_MS + 3 * DAY_MS,
  ...more,
});
const personOf = (more: Partial<PersonGateFacts> = {}): PersonGateFacts => ({
  consent: { "email:marketing": "granted", "sms:marketing": "granted", "push:marketing": "granted" },
  region: "DE",
  zone: "UTC",
  reachable: true,
  touches: [],
  ...more,
});
const accountOf = (more: Partial<AccountGateFacts> = {}): AccountGateFacts => ({
  escalation: null,
  releasedAtMs: null,
  touches: [],
  ...more,
});
const touchOf = (atMs: number, channel = "email", key = `t${atMs}`): Touch => ({
  key,
  channel,
  atMs,
  journeyId: "j2",
  journeyName: "Win back",
});
const ask = (more: Partial<GateRequest>, person: Partial<PersonGateFacts> = {}, nowMs = NOON_MS) =>
  gatePerson(requestOf(more), personOf(person), defaultPolicy, nowMs);

describe("consent", () => {
  it.each([
    ["granted", { "email:marketing": "granted" }, "DE", "send"],
    ["unknown in the EU", {}, "DE", "consent.unknown"],
    ["unknown in the US", {}, "US", "send"],
    ["unknown, nobody knows where", {}, null, "consent.unknown"],
    ["refused in the US", { "email:marketing": "refused" }, "US", "consent.refused"],
  ] as const)("marketing e-mail, %s", (_, consent, region, expected) => {
    const verdict = ask({}, { consent, region });
    expect(verdict.verdict === "send" ? "send" : verdict.reason.code).toBe(expected);
  });

  it("stays strict about an unknown region, however lenient the packs are", () => {
    const lenient = {
      ...defaultPolicy,
      consentPacks: [
        { region: "All", countries: ["*"], unknownMarketing: { email: "allowed" as const }, asOf: "2026-11-01" },
      ],
    };
    expect(gatePerson(requestOf(), personOf({ consent: {}, region: "DE" }), lenient, NOON_MS).verdict).toBe("send");
    expect(gatePerson(requestOf(), personOf({ consent: {}, region: null }), lenient, NOON_MS).reason.code).toBe(
      "consent.unknown",
    );
  });

  it("asks for SMS everywhere, never for a transactional message, and honours a refusal of service", () => {
    expect(ask({ channel: "sms" }, { consent: {}, region: "US" }).reason.code).toBe("consent.unknown");
    expect(ask({ purpose: "transactional" }, { consent: { "email:transactional": "refused" } }).verdict).toBe("send");
    expect(ask({ purpose: "service" }, { consent: {} }).verdict).toBe("send");
    expect(ask({ purpose: "service" }, { consent: { "email:service": "refused" } }).reason.code).toBe(
      "consent.refused",
    );
  });
});

describe("caps", () => {
  const three = [1, 2, 3].map((day) => touchOf(NOON_MS - day * DAY_MS)).reverse();

  it("drops when no place frees in time, naming cap and journey", () => {
    expect(ask({}, { touches: three })).toEqual({
      verdict: "drop",
      reason: {
        code: "cap.channel",
        detail: {
          channel: "email",
          max: 3,
          windowMs: 7 * DAY_MS,
          used: 3,
          usedBy: { journeyId: "j2", name: "Win back", atMs: NOON_MS - DAY_MS },
          staleAtMs: NOON_MS + 3 * DAY_MS,
        },
      },
    });
  });

  it("holds until a place frees when that is soon enough", () => {
    const touches = [touchOf(NOON_MS - 5 * DAY_MS), ...three.slice(1)];
    expect(ask({}, { touches })).toMatchObject({
      verdict: "hold",
      untilMs: NOON_MS + 2 * DAY_MS,
      reason: { code: "cap.channel" },
    });
    expect(ask({}, { touches }, NOON_MS + 2 * DAY_MS).verdict).toBe("send");
  });

  it("counts a touch until the very end of its window", () => {
    const touches = [touchOf(NOON_MS - 7 * DAY_MS + 1), touchOf(NOON_MS - 2), touchOf(NOON_MS - 1)];
    expect(ask({}, { touches })).toMatchObject({ verdict: "hold", untilMs: NOON_MS + 1 });
    expect(ask({}, { touches }, NOON_MS + 1).verdict).toBe("send");
  });

  it("leaves out other channels, its own key, transactional and hand-written messages", () => {
    expect(ask({}, { touches: three.map((touch) => ({ ...touch, channel: "sms" })) }).verdict).toBe("send");
    expect(ask({ key: three[0]?.key }, { touches: three }).verdict).toBe("send");
    expect(ask({ purpose: "transactional" }, { touches: three }).verdict).toBe("send");
    expect(ask({ automated: false }, { touches: three }).verdict).toBe("send");
  });

  it("is never exceeded in any window, whatever comes", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 4 * DAY_MS }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.constantFrom("email", "push", "sms"), (steps, channel) => {
        const cap = defaultPolicy.caps.find((one) => one.channel === channel);
        if (cap === undefined) throw new Error("no cap");
        const touches: Touch[] = [];
        let nowMs = NOON_MS;
        for (const [index, gapMs] of steps.entries()) {
          nowMs += gapMs;
          const request = requestOf({ key: `k${index}`, channel, staleAtMs: nowMs + 3 * DAY_MS });
          const verdict = gate(request, { person: personOf({ touches }), account: null }, defaultPolicy, nowMs);
          if (verdict.verdict === "hold" && verdict.untilMs !== null) expect(verdict.untilMs).toBeGreaterThan(nowMs);
          if (verdict.verdict === "send") touches.push(touchOf(nowMs, channel, request.key));
        }
        for (const touch of touches) {
          const inWindow = touches.filter((one) => one.atMs > touch.atMs - cap.windowMs && one.atMs <= touch.atMs);
          expect(inWindow.length).toBeLessThanOrEqual(cap.max);
        }
      }),
    );
  });
});

describe("quiet hours and staleness", () => {
  it("holds an SMS at night until the morning where the person is", () => {
    const nightMs = Date.UTC(2026, 5, 1, 20);
    expect(ask({ channel: "sms" }, { zone: "Europe/Berlin" }, nightMs)).toMatchObject({
      verdict: "hold",
      untilMs: Date.UTC(2026, 5, 2, 6),
      reason: { code: "quiet_hours", detail: { zone: "Europe/Berlin" } },
    });
    expect(ask({ channel: "email" }, { zone: "Europe/Berlin" }, nightMs).verdict).toBe("send");
  });

  it("drops what would be stale by then, and what is", () => {
    const nightMs = Date.UTC(2026, 5, 1, 22);
    expect(ask({ channel: "sms", staleAtMs: nightMs + HOUR_MS }, {}, nightMs).reason).toMatchObject({
      code: "stale",
      detail: { because: "quiet_hours" },
    });
    expect(ask({ staleAtMs: NOON_MS - 1 }).reason.code).toBe("stale");
  });
});

describe("account", () => {
  const askAccount = (more: Partial<AccountGateFacts>, request: Partial<GateRequest> = {}) =>
    gateAccount(requestOf(request), accountOf(more), defaultPolicy, NOON_MS);
  const escalation = { id: "x", title: "Data loss", severity: "high" };

  it("holds everything automated while a high escalation is open", () => {
    expect(askAccount({ escalation })).toEqual({
      verdict: "hold",
      untilMs: null,
      reason: { code: "escalation.open", detail: escalation },
    });
    expect(askAccount({ escalation: { ...escalation, severity: "low" } }).verdict).toBe("send");
    expect(askAccount({ escalation }, { purpose: "transactional" }).verdict).toBe("send");
  });

  it("spaces what it lets go", () => {
    const releasedAtMs = NOON_MS - 2 * HOUR_MS;
    expect(askAccount({ releasedAtMs }).verdict).toBe("send");
    expect(askAccount({ releasedAtMs, touches: [touchOf(NOON_MS - HOUR_MS, "email", "k")] }).verdict).toBe("send");
    expect(askAccount({ releasedAtMs, touches: [touchOf(NOON_MS - HOUR_MS)] })).toMatchObject({
      verdict: "hold",
      untilMs: NOON_MS + 23 * HOUR_MS,
      reason: { code: "escalation.spacing" },
    });
  });

  it("is asked before the person, over all channels", () => {
    const touches = [touchOf(NOON_MS - 3), touchOf(NOON_MS - 2, "sms"), touchOf(NOON_MS - 1, "push")];
    const verdict = gate(
      requestOf(),
      { person: personOf({ reachable: false }), account: accountOf({ touches }) },
      defaultPolicy,
      NOON_MS,
    );
    expect(verdict.reason.code).toBe("cap.account");
  });
});
