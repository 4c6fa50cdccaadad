import { listVocabulary } from "@/db/queries/audience/vocabulary";
import { loadTeam } from "@/db/queries/report/load-team";
import { listSegments } from "@/db/queries/segment/store-segment";
import { readVocabularyContract } from "@/lib/contract/audience/audience-verbs";
import { defineVerb } from "@/lib/services/define-verb";

/** Traits the product itself keeps for every person and account, besides those that senders bring. */
const personTraits = ["email", "name", "phone", "region"];
const accountTraits = [
  "arr",
  "contractEnd",
  "contractStart",
  "health",
  "journeyHealth",
  "name",
  "plan",
  "region",
  "stage",
];

/** Names the builder offers: events, traits, segments, and who in the team can be given work. */
export const readVocabulary = defineVerb(readVocabularyContract, async ({ tx }) => {
  const [rows, segments, team] = [await listVocabulary(tx), await listSegments(tx), await loadTeam(tx)];
  const of = (kind: string, known: readonly string[]) =>
    [...new Set([...known, ...rows.filter((row) => row.kind === kind).map((row) => row.name)])].sort();
  return {
    events: of("event", []),
    traits: of("trait", personTraits),
    accountTraits: of("account_trait", accountTraits),
    segments: segments
      .filter((one) => one.deletedAt === null)
      .map((one) => ({ id: one.id, name: one.name, subject: one.subject })),
    members: team.filter((one) => one.role !== "viewer").map(({ id, name }) => ({ id, name })),
  };
});
