import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";

/** The smallest journey that runs: one state, a start by hand, an exit. `newId` gives ids unique in the journey. */
export function emptyJourney({
  name,
  subject,
  newId,
}: {
  name: string;
  subject: JourneyDocument["subject"];
  newId: () => string;
}): JourneyDocument {
  const [state, start, exit] = [newId(), newId(), newId()];
  return journeyDocument.parse({
    schema: 1,
    name,
    subject,
    entry: { trigger: { type: "manual" } },
    states: [{ id: state, name: "Journey" }],
    steps: [
      { id: start, state, name: "Start", kind: "entry" },
      { id: exit, state, name: "End", kind: "exit", config: { outcome: "success" } },
    ],
    paths: [{ from: start, port: "next", to: exit }],
  });
}
