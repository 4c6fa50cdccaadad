import { createHash } from "node:crypto";
import { idOf } from "@/lib/hash/id-of";
import { type DemoJourney, demoJourneys } from "@/db/seed/demo-journeys";
import { type RowSet, time } from "@/db/seed/rows/row-set";
import { demoSegments } from "@/db/seed/segments";
import { demoTemplates } from "@/db/seed/templates";
import { DAY_MS, HISTORY_DAYS } from "@/db/seed/story/account-story";
import { team } from "@/db/seed/story/team";
import type { Household } from "@/db/seed/story/tell-story";

export const DEMO_WRITE_KEY = "demo-write-key";
export const DEMO_BROWSER_KEY = "demo-browser-key";

const accountTraitNames = [
  "industry",
  "seats",
  "website",
  "plan",
  "arr",
  "contractStart",
  "contractEnd",
  "stage",
  "health",
  "nps",
  "csat",
  "active_users",
  "seat_use",
];
const traitNames = ["firstName", "lastName", "role", "title", "signedUpAt", "activated", "email", "name"];
const userIdOf = (email: string) => idOf("user", email);

/** Who works in the workspace and how events come in. Users, memberships and keys say their workspace themselves. */
export function addTeam(rows: RowSet, asOfMs: number): void {
  const createdAt = time(asOfMs - HISTORY_DAYS * DAY_MS);
  for (const { email, role } of team) rows.add("membership", { user_id: userIdOf(email), role, created_at: createdAt });
  for (const [kind, name, key] of [
    ["server", "Demo server", DEMO_WRITE_KEY],
    ["browser", "Demo website", DEMO_BROWSER_KEY],
  ] as const) {
    const keyHash = createHash("sha256").update(key).digest("hex");
    rows.add("write_key", {
      id: idOf("write-key", kind),
      kind,
      name,
      key_hash: keyHash,
      last_four: key.slice(-4),
      origins: kind === "browser" ? ["*"] : [],
      created_at: createdAt,
    });
  }
}

export function addLibrary(rows: RowSet, households: readonly Household[], asOfMs: number): void {
  const createdAt = time(asOfMs - HISTORY_DAYS * DAY_MS);
  for (const { builtIn, ...segment } of demoSegments)
    rows.add("segment", { ...segment, built_in: builtIn, created_at: createdAt });
  for (const template of demoTemplates)
    rows.add("template", { ...template, version: 1, created_at: createdAt, changed_at: createdAt });
  const firstSeen = new Map<string, number>();
  for (const { events } of households)
    for (const event of events)
      firstSeen.set(event.name, Math.min(firstSeen.get(event.name) ?? event.atMs, event.atMs));
  for (const [name, atMs] of firstSeen) rows.add("vocabulary", { kind: "event", name, first_seen_at: time(atMs) });
  for (const name of accountTraitNames)
    rows.add("vocabulary", { kind: "account_trait", name, first_seen_at: createdAt });
  for (const name of traitNames) rows.add("vocabulary", { kind: "trait", name, first_seen_at: createdAt });
}

/** Journeys with their versions, each published through an approval (RULES S16). */
export function addJourneys(rows: RowSet, asOfMs: number): DemoJourney[] {
  const journeys = demoJourneys(asOfMs);
  const [author, approver] = [userIdOf("marketer@demo.test"), userIdOf("manager@demo.test")];
  for (const { id, name, isLifecycle, versions } of journeys) {
    const live = versions.at(-1);
    if (!live) continue;
    rows.add("journey", {
      id,
      name,
      status: "live",
      draft: live.document,
      layout: {},
      revision: versions.length,
      last_version: live.number,
      live_version_id: live.id,
      is_lifecycle: isLifecycle,
      owner_id: author,
      created_at: time((versions[0]?.publishedAtMs ?? asOfMs) - 6 * DAY_MS),
      changed_at: time(live.publishedAtMs),
    });
    for (const [place, version] of versions.entries()) {
      const next = versions[place + 1];
      const frozenAtMs = version.publishedAtMs - 20 * 3_600_000;
      rows.add("journey_version", {
        id: version.id,
        journey_id: id,
        number: version.number,
        document: version.document,
        layout: {},
        frozen_at: time(frozenAtMs),
        frozen_by: author,
        published_at: time(version.publishedAtMs),
        retired_at: next ? time(next.publishedAtMs) : null,
      });
      rows.add("approval", {
        id: idOf("approval", version.id),
        journey_id: id,
        version_id: version.id,
        status: "approved",
        risk: isLifecycle ? "high" : "medium",
        facts: { inFlight: "stay" },
        asked_by: author,
        asked_at: time(frozenAtMs),
        decided_by: approver,
        decided_at: time(version.publishedAtMs),
        manner: "approved",
        comment: place === 0 ? "Good to go." : "The new wording reads better.",
      });
    }
  }
  return journeys;
}
