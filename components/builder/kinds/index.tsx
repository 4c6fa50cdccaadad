import type { IconName } from "@/components/ui/icon";
import type { Step } from "@/lib/journey/document";
import type { KindName } from "@/lib/journey/kinds/config";
import { branch } from "./branch";
import { entry } from "./entry";
import { exit } from "./exit";
import type { Configs, FormProps, KindView, SummaryContext } from "./kind-view";
import { message } from "./message";
import { milestone } from "./milestone";
import { task } from "./task";
import { update } from "./update";
import { wait } from "./wait";
import { waitFor } from "./wait-for";
import { webhook } from "./webhook";

type KindViews = { [K in KindName]: KindView<K> };

/** Every kind's face. A kind of `config.ts` without one does not compile. */
export const kindViews = {
  entry,
  message,
  webhook,
  task,
  wait,
  wait_for: waitFor,
  branch,
  update,
  milestone,
  exit,
} satisfies KindViews;

const byName: KindViews = kindViews;
interface Configured<K extends KindName> {
  kind: K;
  config: Configs[K];
}

export const viewOf = (kind: KindName) => byName[kind] as Pick<KindView<KindName>, "family" | "title" | "about">;
export const iconOf = <K extends KindName>({ kind, config }: Configured<K>): IconName => byName[kind].icon(config);
export const summaryOf = <K extends KindName>({ kind, config }: Configured<K>, context: SummaryContext): string =>
  byName[kind].summary(config, context);

/** The form of a step's kind, typed to its settings. */
export function KindForm({ step, change, replace }: { step: Step } & Pick<FormProps<KindName>, "change" | "replace">) {
  const Form = byName[step.kind].Form as KindView<KindName>["Form"];
  return <Form key={step.id} stepId={step.id} config={step.config} change={change} replace={replace} />;
}
