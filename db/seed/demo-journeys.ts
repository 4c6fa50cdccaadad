import { idOf } from "@/lib/hash/id-of";
import { compile } from "@/lib/journey/compile";
import type { JourneyDocument } from "@/lib/journey/document";
import { lifecycleDocument } from "@/lib/journey/lifecycle";
import type { WalkedJourney } from "@/lib/simulation/household";
import { activationJourney } from "@/db/seed/journeys/activation";
import { enterpriseOnboardingJourney } from "@/db/seed/journeys/enterprise-onboarding";
import { featureNudgesJourney } from "@/db/seed/journeys/feature-nudges";
import { lowUsageRescueJourney } from "@/db/seed/journeys/low-usage-rescue";
import { renewalJourney } from "@/db/seed/journeys/renewal";
import { segmentIds } from "@/db/seed/segments";
import { DAY_MS, HISTORY_DAYS } from "@/db/seed/story/account-story";

export interface DemoVersion {
  id: string;
  number: number;
  document: JourneyDocument;
  publishedAtMs: number;
}

export interface DemoJourney {
  id: string;
  name: string;
  isLifecycle: boolean;
  /** Oldest first; the last one is live. */
  versions: DemoVersion[];
}

/** The six journeys; `daysAgo` is when each version was published. */
export function demoJourneys(asOfMs: number): DemoJourney[] {
  const journey = (
    slug: string,
    versions: readonly (readonly [daysAgo: number, document: JourneyDocument])[],
    isLifecycle = false,
  ): DemoJourney => ({
    id: idOf("journey", slug),
    name: versions.at(-1)?.[1].name ?? slug,
    isLifecycle,
    versions: versions.map(([daysAgo, document], place) => ({
      id: idOf("version", slug, String(place + 1)),
      number: place + 1,
      document,
      publishedAtMs: asOfMs - daysAgo * DAY_MS + 9 * 3_600_000,
    })),
  });
  return [
    journey("lifecycle", [[HISTORY_DAYS + 1, lifecycleDocument()]], true),
    journey("enterprise-onboarding", [
      [500, enterpriseOnboardingJourney(1)],
      [160, enterpriseOnboardingJourney(2)],
    ]),
    journey("activation", [
      [510, activationJourney(1)],
      [150, activationJourney(2)],
    ]),
    journey("feature-nudges", [[320, featureNudgesJourney()]]),
    journey("low-usage-rescue", [[260, lowUsageRescueJourney(segmentIds.atRisk)]]),
    journey("renewal", [
      [420, renewalJourney(1)],
      [120, renewalJourney(2)],
    ]),
  ];
}

/** Highest priority first, then by id, as the engine asks them (RULES S10). */
export function walkedJourneys(journeys: readonly DemoJourney[]): WalkedJourney[] {
  return journeys
    .map(({ id, name, isLifecycle, versions }) => ({
      journeyId: id,
      name,
      isLifecycle,
      versions: versions.map((version) => ({
        fromMs: version.publishedAtMs,
        plan: compile(version.document, { journeyId: id, versionId: version.id }),
      })),
    }))
    .sort((a, b) => priorityOf(b) - priorityOf(a) || (a.journeyId < b.journeyId ? -1 : 1));
}

function priorityOf({ versions }: WalkedJourney): number {
  return versions.at(-1)?.plan.document.priority ?? 0;
}
