"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { DurationRow, More, NameField } from "@/components/builder/kinds/form-parts";
import { Offset } from "@/components/builder/kinds/wait";
import { RuleBuilder } from "@/components/rules/rule-builder";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import type { JourneyDocument, Trigger } from "@/lib/journey/document";
import { setEntry, updateJourney } from "@/lib/journey/edit/journey-settings";

type Entry = JourneyDocument["entry"];
const DAY_MS = 86_400_000;

/** Who enters, how often, and what else must hold. */
export function EntryFields() {
  const store = useBuilderStore();
  const entry = useBuilder((state) => state.draft.document.entry);
  const subject = useBuilder((state) => state.draft.document.subject);
  const vocabulary = useBuilder((state) => state.vocabulary);
  const workspace = useBuilder((state) => state.workspace);
  const { trigger } = entry;
  const change = (field: string, recipe: (entry: Entry) => void) => store.getState().run(setEntry(field, recipe));
  const firstSegment = vocabulary.segments[0]?.id;
  const starts: Partial<Record<Trigger["type"], Trigger>> = {
    event: { type: "event", event: vocabulary.events[0] ?? "Signed up" },
    ...(firstSegment === undefined ? {} : { segment: { type: "segment", segmentId: firstSegment, on: "entered" } }),
    date: {
      type: "date",
      trait: (subject === "account" ? vocabulary.accountTraits : vocabulary.traits)[0] ?? "renewalDate",
      offsetMs: 0,
    },
    manual: { type: "manual" },
  };
  const words: Record<Trigger["type"], string> = {
    event: "An event comes in",
    segment: "A segment is entered or left",
    date: "A date comes near",
    schedule: "A schedule",
    manual: "By hand or by API",
    handoff: "Another journey hands over",
  };
  const types = [...new Set([...(Object.keys(starts) as Trigger["type"][]), trigger.type])];
  return (
    <>
      <Field label="Starts when" name="entry.trigger">
        <Select
          options={types.map((type) => ({ value: type, label: words[type] }))}
          value={trigger.type}
          onValueChange={(type) => {
            const start = starts[type];
            if (start && type !== trigger.type)
              change("trigger", (next) => {
                next.trigger = start;
              });
          }}
        />
      </Field>
      {trigger.type === "event" && (
        <NameField
          label="Event"
          name="entry.event"
          value={trigger.event}
          names={vocabulary.events}
          onChange={(event) =>
            change("event", (next) => {
              next.trigger = { type: "event", event };
            })
          }
        />
      )}
      {trigger.type === "segment" && (
        <>
          <Field label="Segment">
            <Select
              options={vocabulary.segments.map((segment) => ({ value: segment.id, label: segment.name }))}
              value={trigger.segmentId}
              onValueChange={(segmentId) =>
                change("segment", (next) => {
                  next.trigger = { ...trigger, segmentId };
                })
              }
            />
          </Field>
          <Field label="On">
            <Select
              options={[
                { value: "entered", label: "Entering it" },
                { value: "left", label: "Leaving it" },
              ]}
              value={trigger.on}
              onValueChange={(on) =>
                change("on", (next) => {
                  next.trigger = { ...trigger, on };
                })
              }
            />
          </Field>
        </>
      )}
      {trigger.type === "date" && (
        <>
          <NameField
            label="Date"
            value={trigger.trait}
            names={subject === "account" ? vocabulary.accountTraits : vocabulary.traits}
            onChange={(trait) =>
              change("trait", (next) => {
                next.trigger = { ...trigger, trait };
              })
            }
          />
          <Offset
            offsetMs={trigger.offsetMs}
            onChange={(offsetMs) =>
              change("offset", (next) => {
                next.trigger = { ...trigger, offsetMs };
              })
            }
          />
        </>
      )}
      <RuleBuilder
        label="Only"
        rule={entry.where ?? { kind: "all", rules: [] }}
        subject={subject}
        vocabulary={vocabulary}
        workspace={workspace}
        onChange={(where) =>
          change("where", (next) => {
            if (where.kind === "all" && where.rules.length === 0) delete next.where;
            else next.where = where;
          })
        }
      />
      <Field label="May enter again" name="entry.reentry">
        <Select
          options={[
            { value: "never", label: "Never" },
            { value: "after", label: "Some time after leaving" },
            { value: "always", label: "Whenever it starts again" },
          ]}
          value={entry.reentry.type}
          onValueChange={(type) =>
            change("reentry", (next) => {
              next.reentry = type === "after" ? { type, ms: 30 * DAY_MS } : { type };
            })
          }
        />
      </Field>
      {entry.reentry.type === "after" && (
        <DurationRow
          label="After"
          valueMs={entry.reentry.ms}
          onChange={(ms) =>
            change("reentry.ms", (next) => {
              next.reentry = { type: "after", ms };
            })
          }
        />
      )}
      <More>
        <Field label="If it starts again while inside">
          <Select
            options={[
              { value: "ignore", label: "Nothing changes" },
              { value: "restart", label: "Start over" },
            ]}
            value={entry.whileActive}
            onValueChange={(whileActive) =>
              change("whileActive", (next) => {
                next.whileActive = whileActive;
              })
            }
          />
        </Field>
        <Field
          label="One passage for each"
          hint="A property of the entry event, such as orderId. Empty: one for the person."
        >
          <Input
            value={entry.key ?? ""}
            maxLength={200}
            onValueChange={(key) =>
              change("key", (next) => {
                if (key.trim() === "") delete next.key;
                else next.key = key.trim();
              })
            }
          />
        </Field>
        <Field label="Comparison group held out">
          <Holdout />
        </Field>
      </More>
    </>
  );
}

function Holdout() {
  const store = useBuilderStore();
  const holdout = useBuilder((state) => state.draft.document.holdout);
  return (
    <NumberField
      aria-label="Comparison group held out"
      unit="%"
      min={0}
      max={50}
      value={Math.round(holdout * 100)}
      onValueChange={(percent) =>
        percent !== null &&
        store.getState().run(
          updateJourney("holdout", (document) => {
            document.holdout = percent / 100;
          }),
        )
      }
    />
  );
}
