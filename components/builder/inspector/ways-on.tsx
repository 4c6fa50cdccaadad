"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { portName } from "@/components/builder/port-name";
import { Select } from "@/components/ui/select";
import type { Step } from "@/lib/journey/document";
import { connect, disconnect } from "@/lib/journey/edit/connect";
import { pathsFrom } from "@/lib/journey/edit/journey-draft";
import { pathKey } from "@/lib/journey/edit/path-key";
import { portsOf } from "@/lib/journey/edit/ports-of";
import { ExpectedShare } from "./expected-share";
import { Part } from "./part";

const NOWHERE = "nowhere";

/** Where each way out leads and how many are expected to take it. */
export function WaysOn({ step }: { step: Step }) {
  const store = useBuilderStore();
  const document = useBuilder((state) => state.draft.document);
  const ports = portsOf(step);
  if (ports.length === 0) return null;
  const paths = pathsFrom(document, step.id);
  const targets = document.steps.filter((one) => one.kind !== "entry" && one.id !== step.id);
  const shown = ports.filter((port) => !port.optional || paths.some((path) => path.port === port.name));
  const hidden = ports.filter((port) => !shown.includes(port));
  return (
    <Part
      title={ports.length > 1 ? "Ways on" : "Then"}
      hint={ports.length > 1 ? "Where each leads, and the share expected to take it." : undefined}
    >
      {[...shown, ...hidden].map((port) => {
        const place = { from: step.id, port: port.name };
        const path = paths.find((one) => one.port === port.name);
        return (
          <div key={port.name} className="flex flex-col gap-1.5">
            <div className="flex items-baseline justify-between gap-2">
              <span className="text-small text-ink-2">{portName(step, port.name)}</span>
              {path && ports.length > 1 && <ExpectedShare key={pathKey(path)} path={path} siblings={shown.length} />}
            </div>
            <Select
              aria-label={`${portName(step, port.name)} leads to`}
              options={[
                { value: NOWHERE, label: port.optional ? "No own path" : "Nowhere yet" },
                ...targets.map((one) => ({ value: one.id, label: one.name })),
              ]}
              value={path?.to ?? NOWHERE}
              onValueChange={(to) => store.getState().run(to === NOWHERE ? disconnect(place) : connect(place, to))}
            />
          </div>
        );
      })}
    </Part>
  );
}
