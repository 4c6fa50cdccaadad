import Link from "next/link";
import { formatTime } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Trace, type TraceEntry } from "./trace";

export interface PersonData {
  person: {
    id: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    externalId: string | null;
    zone: string | null;
    region: string | null;
    traits: Record<string, unknown>;
    lastSeenAtMs: number | null;
    createdAtMs: number;
  };
  account: { id: string; name: string } | null;
  consents: { channel: string; channelWord: string; purpose: string; state: string; source: string; atMs: number }[];
  enrollments: {
    id: string;
    journeyId: string;
    journeyName: string;
    versionNumber: number;
    status: string;
    stepName: string;
    enteredAtMs: number;
    sinceMs: number;
    dueAtMs: number | null;
    exitedAtMs: number | null;
    outcome: string | null;
    heldOut: boolean;
  }[];
  messages: {
    id: string;
    atMs: number;
    name: string;
    channel: string;
    status: string;
    response: string | null;
    reason: string | null;
    journeyName: string | null;
  }[];
  events: { id: string; atMs: number; type: string; name: string; properties: Record<string, unknown> }[];
  trace: TraceEntry[];
  traceNext: string | null;
  journeys: { id: string; name: string }[];
}

interface PersonPageProps {
  ws: string;
  data: PersonData;
  show: "all" | "not_sent";
  journeyId: string | null;
}

const tones = { sent: "ok", failed: "bad", dropped: "warn", held: "warn", cancelled: "neutral" } as const;
const word = (text: string) => text.replaceAll("_", " ");
const value = (one: unknown) => (typeof one === "object" && one !== null ? JSON.stringify(one) : String(one));

const outcomeWords: Record<string, string> = {
  success: "Ended with success",
  graceful: "Ended",
  stopped: "Stopped",
  merged: "Merged",
  withdrawn: "Unsubscribed",
};

/** A person: what is known, where they are in journeys, what reached them, and why. */
export function PersonPage({ ws, data, show, journeyId }: PersonPageProps) {
  const { person } = data;
  const name = person.name ?? person.email ?? "Anonymous";
  const facts = [
    ["E-mail", person.email],
    ["Phone", person.phone],
    ["Id", person.externalId],
    ["Zone", person.zone],
    ["Region", person.region],
    ["Last seen", person.lastSeenAtMs === null ? null : formatTime(person.lastSeenAtMs)],
  ] as const;
  return (
    <>
      <TopBar
        crumbs={[{ label: "People", href: `/${ws}/people` }]}
        title={name}
        tags={
          data.account && (
            <Link className="text-accent-text hover:underline" href={`/${ws}/accounts/${data.account.id}`}>
              {data.account.name}
            </Link>
          )
        }
      />
      <Page
        width="report"
        side={
          <>
            <Section title="About">
              <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 pt-2">
                {[
                  ...facts,
                  ...Object.entries(person.traits)
                    .filter(([key]) => !["email", "name", "phone"].includes(key))
                    .map(([key, one]) => [key, value(one)] as const),
                ]
                  .filter(([, one]) => one)
                  .map(([key, one]) => (
                    <div key={key} className="contents">
                      <dt className="text-ink-2">{key}</dt>
                      <dd className="min-w-0 break-words">{one}</dd>
                    </div>
                  ))}
              </dl>
            </Section>
            <Section title="Consent">
              <ul>
                {data.consents.length === 0 && (
                  <li className="py-2 text-ink-2">Nothing is recorded, so the rules of the region decide.</li>
                )}
                {data.consents.map((one) => (
                  <li
                    key={`${one.channel} ${one.purpose}`}
                    className="flex items-center gap-2 border-b border-line py-1.5 last:border-0"
                  >
                    <span className="min-w-0 flex-1">
                      {one.channelWord}, {one.purpose}
                      <span className="block text-small text-ink-2">
                        {word(one.source)}, {formatTime(one.atMs)}
                      </span>
                    </span>
                    <Tag tone={one.state === "granted" ? "ok" : "bad"}>{one.state}</Tag>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title="Recent events">
              <ul>
                {data.events.slice(0, 20).map((one) => (
                  <li key={one.id} className="flex justify-between gap-3 border-b border-line py-1 last:border-0">
                    <span className="truncate">{word(one.name)}</span>
                    <span className="shrink-0 text-ink-2">{formatTime(one.atMs)}</span>
                  </li>
                ))}
                {data.events.length === 0 && <li className="py-2 text-ink-2">No events yet.</li>}
              </ul>
            </Section>
          </>
        }
      >
        <Section title="In journeys" hairline={false}>
          <Table
            caption="Journeys of this person"
            density="compact"
            stickyHeader={false}
            rows={data.enrollments}
            rowKey={(row) => row.id}
            empty={
              <p className="border-t border-line py-2 text-ink-2">
                This person has not entered a journey of people. Journeys of the account stand on its page.
              </p>
            }
            columns={[
              {
                id: "journey",
                header: "Journey",
                cell: (row) => (
                  <Link className="text-accent-text hover:underline" href={`/${ws}/journeys/${row.journeyId}/build`}>
                    {row.journeyName}
                  </Link>
                ),
                phone: "title",
              },
              { id: "version", header: "Version", cell: (row) => `v${row.versionNumber}` },
              { id: "step", header: "Step", cell: (row) => row.stepName, phone: "note" },
              {
                id: "since",
                header: "Since",
                cell: (row) => formatTime(row.exitedAtMs ?? row.sinceMs),
                phone: "aside",
              },
              {
                id: "state",
                header: "State",
                cell: (row) => (
                  <Tag tone={row.status === "active" ? "info" : row.outcome === "success" ? "ok" : "neutral"}>
                    {row.status === "active"
                      ? row.heldOut
                        ? "Inside, held out"
                        : "Inside"
                      : (outcomeWords[row.outcome ?? ""] ?? "Left")}
                  </Tag>
                ),
                phone: "value",
              },
            ]}
          />
        </Section>
        <Section title="Messages" hairline={false}>
          <Table
            caption="Messages to this person"
            density="compact"
            stickyHeader={false}
            rows={data.messages.slice(0, 20)}
            rowKey={(row) => row.id}
            empty={<p className="border-t border-line py-2 text-ink-2">No message has been asked for.</p>}
            columns={[
              { id: "name", header: "Message", cell: (row) => row.name, phone: "title" },
              {
                id: "journey",
                header: "Journey",
                cell: (row) => <span className="text-ink-2">{row.journeyName ?? "By hand"}</span>,
              },
              { id: "channel", header: "Channel", cell: (row) => row.channel, phone: "note" },
              {
                id: "status",
                header: "Status",
                cell: (row) => <Tag tone={tones[row.status as keyof typeof tones] ?? "neutral"}>{row.status}</Tag>,
                phone: "value",
              },
              {
                id: "response",
                header: "Response or reason",
                cell: (row) => (
                  <span className="block max-w-[320px] text-ink-2">{row.response ?? row.reason ?? "–"}</span>
                ),
              },
              { id: "at", header: "Time", align: "right", cell: (row) => formatTime(row.atMs), phone: "aside" },
            ]}
          />
        </Section>
        <Section title="Why it happened, and why not">
          <Trace
            ws={ws}
            base={`/${ws}/people/${person.id}`}
            entries={data.trace}
            next={data.traceNext}
            show={show}
            journeyId={journeyId}
            journeys={data.journeys}
          />
        </Section>
      </Page>
    </>
  );
}
