import { expect, test } from "vitest";
import { demoJourneys } from "@/db/seed/demo-journeys";
import { demoSegments } from "@/db/seed/segments";
import { isError, validate } from "@/lib/journey/validate";

const segments = demoSegments.map(({ id, name }) => ({ id, name, deletedAt: null }));
const journeys = demoJourneys(Date.UTC(2026, 10, 21));

test.each(journeys.map((journey) => [journey.name, journey] as const))(
  "%s could be published as it stands",
  (_, journey) => {
    for (const { document } of journey.versions) expect(validate(document, { segments }).filter(isError)).toEqual([]);
  },
);
