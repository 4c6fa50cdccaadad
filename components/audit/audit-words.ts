import { roleWord } from "@/components/shell/member";

interface Entry {
  verb: string;
  subject: string;
  subjectName: string | null;
  detail: Record<string, unknown>;
}

interface VerbWords {
  /** The act, to filter by. */
  label: string;
  /** What follows the actor's name. */
  say: (entry: Said) => string;
}

/** An entry's values as text; what is not there is "". */
interface Said {
  name: string;
  of: (key: string) => string;
  changed: string;
}

const quoted = (text: string) => (text === "" ? "" : ` “${text}”`);
const because = (text: string) => (text === "" ? "" : `: ${text}`);
const role = (value: string) => (value in roleWord ? roleWord[value as keyof typeof roleWord] : value);
const launched: VerbWords = {
  label: "Journey launched",
  say: ({ name, of }) => `launched${quoted(name)}, version ${of("version")}`,
};

const words: Record<string, VerbWords> = {
  "account.criterion_marked": {
    label: "Criterion marked",
    say: ({ name, of }) =>
      `marked the criterion ${of("criterionId")} of${quoted(name)} as ${of("status")}${because(of("reason"))}`,
  },
  "account.escalation_closed": {
    label: "Escalation closed",
    say: ({ name, of }) => `closed the escalation${quoted(of("title"))} of${quoted(name)}`,
  },
  "account.escalation_opened": {
    label: "Escalation opened",
    say: ({ name, of }) => `opened the ${of("severity")} escalation${quoted(of("title"))} of${quoted(name)}`,
  },
  "approval.decided": {
    label: "Approval decided",
    say: ({ name, of }) =>
      `answered the approval of${quoted(name)}: ${of("decision").replaceAll("_", " ")}${because(of("comment"))}`,
  },
  "journey.approval_asked": {
    label: "Approval asked",
    say: ({ name, of }) => `asked for approval of${quoted(name)}, version ${of("version")}, risk ${of("risk")}`,
  },
  "journey.created": { label: "Journey drawn", say: ({ name, of }) => `drew the journey${quoted(name || of("name"))}` },
  "journey.enrolled": { label: "Enrolled by hand", say: ({ name }) => `enrolled by hand in${quoted(name)}` },
  "journey.publish": launched,
  "journey.published": launched,
  "journey.status_changed": {
    label: "Journey paused, resumed or ended",
    say: ({ name, of }) => `took${quoted(name)} from ${of("from")} to ${of("to")}`,
  },
  "member.added": {
    label: "Member added",
    say: ({ of }) => `added ${of("name")} (${of("email")}) as ${role(of("role"))}`,
  },
  "member.removed": { label: "Member removed", say: ({ of }) => `removed ${of("name")} (${of("email")})` },
  "member.role_changed": {
    label: "Role changed",
    say: ({ of }) => `made ${of("name")} ${role(of("to"))}, before ${role(of("from"))}`,
  },
  "message.test_sent": { label: "Test message sent", say: () => "sent a test message" },
  "policy.saved": {
    label: "Guardrails changed",
    say: ({ changed }) => (changed ? `changed guardrails: ${changed}` : "saved guardrails as they were"),
  },
  "segment.deleted": { label: "Segment deleted", say: ({ of }) => `deleted the segment${quoted(of("name"))}` },
  "segment.saved": { label: "Segment saved", say: ({ of }) => `saved the segment${quoted(of("name"))}` },
  "task.completed": {
    label: "Task done",
    say: ({ of }) => `closed the task${quoted(of("title"))}${because(of("outcome").replaceAll("_", " "))}`,
  },
  "task.created": { label: "Task made", say: ({ of }) => `made the task${quoted(of("title"))}` },
  "task.reassigned": { label: "Task handed over", say: ({ of }) => `handed over the task${quoted(of("title"))}` },
  "task.snoozed": {
    label: "Task put off",
    say: ({ of }) => `put off the task${quoted(of("title"))} by ${of("days")} d`,
  },
  "user.password_changed": { label: "Password changed", say: () => "changed their password" },
  "user.signed_out_everywhere": { label: "Signed out everywhere", say: () => "signed out on all devices" },
  "workspace.saved": {
    label: "Settings changed",
    say: ({ changed }) => (changed ? `changed settings: ${changed}` : "saved settings as they were"),
  },
  "workspace.set_up": { label: "Workspace made", say: () => "made the workspace" },
  "writeKey.created": { label: "Write key made", say: ({ of }) => `made the ${of("kind")} key${quoted(of("name"))}` },
  "writeKey.revoked": { label: "Write key revoked", say: ({ of }) => `revoked the key${quoted(of("name"))}` },
};

const parts: Record<string, string> = {
  accountCap: "limit per account",
  caps: "limits per channel",
  escalationSpacingMs: "spacing after escalations",
  lowRiskMaxPeople: "low-risk limit",
  postalAddress: "postal address",
  quietHours: "quiet hours",
  region: "country",
  selfApproveLowRisk: "self-approval",
  senderAddress: "sender e-mail",
  senderName: "sender name",
  zone: "time zone",
};

/** A verb as a choice: "Journey launched". One not known here keeps its own words. */
export function auditVerbLabel(verb: string): string {
  return words[verb]?.label ?? plain(verb);
}

/** What somebody did, to be read after their name: "launched “Welcome”, version 3". */
export function auditWords({ verb, subjectName, detail }: Entry): string {
  const known = words[verb];
  const name = subjectName ?? "";
  if (!known) return `did: ${plain(verb)}${quoted(name)}`;
  const of = (key: string) => (["string", "number"].includes(typeof detail[key]) ? String(detail[key]) : "");
  const after = typeof detail.after === "object" && detail.after !== null ? Object.keys(detail.after) : [];
  return known.say({ name, of, changed: after.map((key) => parts[key] ?? key).join(", ") });
}

const plain = (verb: string) =>
  verb
    .replace(/[._]/g, " ")
    .replace(/([a-z])([A-Z])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`);
