import { branch } from "@/lib/journey/kinds/branch";
import type { KindName } from "@/lib/journey/kinds/config";
import { entry } from "@/lib/journey/kinds/entry";
import { exit } from "@/lib/journey/kinds/exit";
import { message } from "@/lib/journey/kinds/message";
import { milestone } from "@/lib/journey/kinds/milestone";
import type { Configs, Scene, StepKind, Turn } from "@/lib/journey/kinds/step-kind";
import { task } from "@/lib/journey/kinds/task";
import { update } from "@/lib/journey/kinds/update";
import { wait } from "@/lib/journey/kinds/wait";
import { waitFor } from "@/lib/journey/kinds/wait-for";
import { webhook } from "@/lib/journey/kinds/webhook";

type Kinds = { [K in KindName]: StepKind<K> };
interface Configured<K extends KindName> {
  kind: K;
  config: Configs[K];
}

/** Every kind of step and how it behaves. A kind of `config.ts` without a behaviour does not compile. */
export const kinds = {
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
} satisfies Kinds;

const byName: Kinds = kinds;

/** The ways out of a step with these settings, the first one first. */
export function portsOf<K extends KindName>({ kind, config }: Configured<K>): readonly string[] {
  return byName[kind].ports(config);
}

export function decideStep<K extends KindName>({ kind, config }: Configured<K>, scene: Scene): Turn {
  return byName[kind].decide(config, scene);
}
