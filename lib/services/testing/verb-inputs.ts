import type { World } from "@/db/testing/add-world";

/** A valid input of each verb that names, in every id it can take, something of `world`. The test of every verb calls each
 * with its own workspace's ids, with another's and with random ones. */
export const verbInputs: Record<string, (world: World) => Record<string, unknown>> = {
  "account.closeEscalation": ({ accountId, escalationId }) => ({
    accountId,
    escalationId,
    resolution: "It was settled.",
  }),
  "account.list": ({ userId }) => ({ ownerId: userId }),
  "account.markCriterion": ({ accountId }) => ({
    accountId,
    criterionId: "features",
    status: "met",
    reason: "They told us so.",
  }),
  "account.openEscalation": ({ accountId }) => ({ accountId, title: "Export fails", severity: "high" }),
  "account.read": ({ accountId }) => ({ accountId }),
  "account.readActivity": ({ accountId }) => ({ accountId }),
  "account.readJourneyReport": ({ accountId }) => ({ accountId }),
  "account.readReportMarkdown": ({ accountId }) => ({ accountId }),
  "approval.decide": ({ approvalId }) => ({ approvalId, decision: "approved" }),
  "approval.list": () => ({}),
  "approval.read": ({ approvalId }) => ({ approvalId }),
  "audience.count": ({ segmentId }) => ({ subject: "person", rule: { kind: "segment", segmentId } }),
  "audience.vocabulary": () => ({}),
  "audit.check": () => ({}),
  "audit.list": () => ({}),
  "flow.read": ({ journeyId, versionId }) => ({ journeyId, versionId }),
  "insight.readJourneyBoard": () => ({}),
  "insight.readManagerBoard": () => ({}),
  "insight.readToday": () => ({}),
  "journey.create": ({ document, marker }) => ({ name: `${marker} copy`, document }),
  "journey.enroll": ({ journeyId, personId }) => ({ journeyId, subjectId: personId }),
  "journey.list": () => ({}),
  "journey.live": ({ journeyId }) => ({ journeyId }),
  "journey.people": ({ journeyId }) => ({ journeyId }),
  "journey.publish": ({ journeyId }) => ({ journeyId }),
  "journey.read": ({ journeyId }) => ({ journeyId }),
  "journey.request_approval": ({ journeyId }) => ({ journeyId }),
  "journey.save_draft": ({ journeyId }) => ({
    journeyId,
    baseRev: 1,
    patches: [{ op: "replace", path: ["document", "name"], value: "Renamed" }],
  }),
  "journey.set_status": ({ journeyId }) => ({ journeyId, to: "paused" }),
  listMailbox: () => ({}),
  "member.add": ({ marker }) => ({ name: marker, email: "new@team.test", role: "csm" }),
  "member.changeRole": ({ otherId }) => ({ userId: otherId, role: "csm" }),
  "member.list": () => ({}),
  "member.remove": ({ otherId }) => ({ userId: otherId }),
  "person.list": () => ({}),
  "person.read": ({ personId, journeyId }) => ({ personId, journeyId }),
  "policy.read": () => ({}),
  "policy.save": () => ({ lowRiskMaxPeople: 7 }),
  previewMessage: ({ personId }) => ({ content, personId }),
  readMailboxMessage: ({ mailId }) => ({ mailId }),
  search: ({ marker }) => ({ q: marker }),
  "segment.delete": ({ segmentId }) => ({ segmentId }),
  "segment.list": () => ({}),
  "segment.save": ({ segmentId, marker }) => ({
    segmentId,
    name: `${marker} renamed`,
    subject: "person",
    rule: { kind: "trait", of: "subject", trait: "plan", op: "is", value: "pro" },
  }),
  sendTest: ({ personId }) => ({ content, personId }),
  "source.createWriteKey": ({ marker }) => ({ kind: "server", name: marker }),
  "source.listRecentEvents": () => ({}),
  "source.listRefusedItems": () => ({}),
  "source.listWriteKeys": () => ({}),
  "source.revokeWriteKey": ({ writeKeyId }) => ({ writeKeyId }),
  "task.complete": ({ taskId, accountId }) => ({ taskId, subjectId: accountId, outcome: "done" }),
  "task.create": ({ accountId, userId }) => ({ accountId, title: "Call them", ownerId: userId }),
  "task.list": () => ({ whose: "all" }),
  "task.reassign": ({ taskId, accountId, otherId }) => ({ taskId, subjectId: accountId, ownerId: otherId }),
  "task.snooze": ({ taskId, accountId }) => ({ taskId, subjectId: accountId, days: 3 }),
  "user.signOutEverywhere": () => ({}),
  "user.changePassword": () => ({ before: "the first password", password: "another password" }),
  "workspace.read": () => ({}),
  "workspace.readFrame": () => ({}),
  "workspace.save": ({ marker }) => ({ name: `${marker} renamed` }),
};

const content = { subject: "Hello", body: "<p>Hello {{ person.name }}</p>" };

/** Ids that are not "not found" when they are another workspace's, each with why and what is answered. In every case it is
 * what a random id gets. */
export const otherAnswers: Record<string, { answer: "invalid" | "result"; because: string }> = {
  "account.list ownerId": { answer: "result", because: "a filter: nobody's accounts are an empty list" },
  "audience.count rule.segmentId": {
    answer: "result",
    because: "part of a rule: nobody is in a segment that is not there",
  },
  "person.read journeyId": { answer: "result", because: "a filter of the person's trace" },
  "task.create ownerId": { answer: "invalid", because: "names the field to mend; the account is there" },
  "task.reassign ownerId": { answer: "invalid", because: "names the field to mend; the task is there" },
};

/** Verbs that write and leave no audit entry, with why. */
export const silentWrites: Record<string, string> = {
  "journey.save_draft": "autosave; every published version is audited with its document",
};

/** Reads whose answer shows nothing that belongs to the workspace, with why. */
export const markless: Record<string, string> = {
  "audience.count": "only numbers",
  "audit.check": "only numbers and what is wrong with an entry",
  "policy.read": "only numbers, and the consent packs that everybody has",
  "journey.live": "only numbers, by the steps' own ids",
};
