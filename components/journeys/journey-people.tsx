import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDuration } from "@/lib/time/format-duration";

interface PersonInJourney {
  enrollmentId: string;
  subjectId: string;
  name: string;
  kind: "person" | "account";
  stepId: string;
  stepName: string;
  sinceMs: number;
  enteredAtMs: number;
  dueAtMs: number | null;
  heldOut: boolean;
}

interface JourneyPeopleProps {
  ws: string;
  journeyId: string;
  steps: readonly { id: string; name: string; waiting: number }[];
  people: readonly PersonInJourney[];
  step: string;
  nowMs: number;
}

const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** Who is at which step, and for how long. Times in UTC. */
export function JourneyPeople({ ws, journeyId, steps, people, step, nowMs }: JourneyPeopleProps) {
  const base = `/${ws}/journeys/${journeyId}/people`;
  const total = steps.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <>
      {steps.length > 0 && (
        <SegmentedLinks
          label="Step"
          links={[
            { label: `All ${total.toLocaleString("en")}`, href: base, current: step === "" },
            ...steps.map((one) => ({
              label: `${one.name} ${one.waiting.toLocaleString("en")}`,
              href: `${base}?step=${one.id}`,
              current: one.id === step,
            })),
          ]}
        />
      )}
      <Table
        caption="Who is in this journey"
        rows={people}
        rowKey={(row) => row.enrollmentId}
        rowHref={(row) => `/${ws}/${row.kind === "account" ? "accounts" : "people"}/${row.subjectId}`}
        columns={[
          { id: "name", header: "Name", phone: "title", cell: (row) => row.name },
          { id: "step", header: "Step", phone: "note", cell: (row) => row.stepName },
          {
            id: "since",
            header: "There for",
            align: "right",
            phone: "value",
            cell: (row) => formatDuration(nowMs - row.sinceMs),
          },
          { id: "entered", header: "Entered, UTC", align: "right", cell: (row) => moment.format(row.enteredAtMs) },
          {
            id: "next",
            header: "Looked at again, UTC",
            align: "right",
            phone: "aside",
            cell: (row) => (row.dueAtMs === null ? "when something happens" : moment.format(row.dueAtMs)),
          },
          {
            id: "mark",
            header: "Mark",
            hideHeader: true,
            align: "right",
            cell: (row) => row.heldOut && <Tag>Held out</Tag>,
          },
        ]}
        empty={
          <EmptyState
            icon="people"
            title="Nobody is here now"
            action={<ButtonLink href={`/${ws}/journeys/${journeyId}/live`}>See the counts</ButtonLink>}
          >
            Everybody who came by has gone on to another step or has left the journey.
          </EmptyState>
        }
      />
    </>
  );
}
