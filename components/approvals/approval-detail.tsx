import Link from "next/link";
import { outcomeWords, riskTone } from "@/components/approvals/approval-words";
import { DecideApproval, type Decide } from "@/components/approvals/decide-approval";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import type { JourneyDocument } from "@/lib/journey/document";
import { channelName } from "@/lib/policy/reasons";

interface ApprovalDetailProps {
  ws: string;
  approval: {
    id: string;
    status: string;
    risk: string;
    facts: Record<string, unknown>;
    journey_id: string;
    asked_by_name: string;
    asked_at: Date;
    decided_by_name: string | null;
    manner: string | null;
    comment: string;
  };
  document: JourneyDocument;
  isOwn: boolean;
  mayDecide: boolean;
  decide: Decide;
}

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** What a launch would do, why it has its risk, and the decision. */
export function ApprovalDetail({ ws, approval, document, isOwn, mayDecide, decide }: ApprovalDetailProps) {
  const { facts } = approval;
  const messages = document.steps.flatMap((step) => (step.kind === "message" && !step.off ? [step] : []));
  const tasks = document.steps.filter((step) => step.kind === "task" && !step.off);
  const because = Array.isArray(facts.because) ? facts.because.map(String) : [];
  const noun = document.subject === "account" ? "accounts" : "people";
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Tag tone={riskTone[approval.risk] ?? "neutral"} size="l">
          {`${approval.risk} risk`}
        </Tag>
        <p className="text-ink-2">
          {`Asked by ${approval.asked_by_name} on ${moment.format(approval.asked_at)} UTC, ${outcomeWords({ status: approval.status, manner: approval.manner, decidedBy: approval.decided_by_name })}.`}
        </p>
      </div>
      {approval.comment && <p className="max-w-[72ch]">{approval.comment}</p>}
      <Section title="Who is affected" note={because.join(" ")}>
        <p className="py-3">
          {`About ${Number(facts.reach ?? 0).toLocaleString("en")} ${noun} in 30 days, from what the start did in the last 30. People already inside stay on the version they entered.`}
        </p>
      </Section>
      <Section title={messages.length === 1 ? "One message" : `${messages.length} messages`}>
        <ul>
          {messages.map((step) => (
            <li key={step.id} className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line py-2">
              <span className="font-medium">{step.name}</span>
              <span className="text-ink-2">{`${channelName(step.config.channel)}, ${step.config.purpose}`}</span>
              <span className="text-ink-2">{step.config.content.subject || step.config.content.body.slice(0, 80)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What it stands on">
        <p className="py-3">
          {`${tasks.length === 0 ? "No tasks" : `${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}`} for the team. ${Number(facts.assumed ?? 0)} of ${Number(facts.total ?? 0)} expectations are assumed. `}
          <Link href={`/${ws}/journeys/${approval.journey_id}/build`} className="text-accent-text underline">
            See it on the canvas
          </Link>
        </p>
      </Section>
      {approval.status === "asked" && mayDecide && (
        <DecideApproval ws={ws} approvalId={approval.id} isOwn={isOwn} decide={decide} />
      )}
    </>
  );
}
