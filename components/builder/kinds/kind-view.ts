import type { ComponentType } from "react";
import type { SegmentNamer } from "@/components/rules/rule-words";
import type { StepFamily } from "@/components/ui/family-colour";
import type { IconName } from "@/components/ui/icon";
import type { JourneyDocument } from "@/lib/journey/document";
import type { ConfigOf, KindName } from "@/lib/journey/kinds/config";

export interface SummaryContext {
  document: JourneyDocument;
  segmentName: SegmentNamer;
}

/** Settings by kind; a mapped type, so that a kind and its settings stay a pair in generic code. */
export type Configs = { [K in KindName]: ConfigOf<K> };

export interface FormProps<K extends KindName> {
  stepId: string;
  config: Configs[K];
  /** Changes the settings; `field` groups typing in one field into one undo entry. */
  change: (field: string, change: (config: Configs[K]) => void) => void;
  /** Puts another variant of the settings in place. */
  replace: (config: Configs[K]) => void;
}

/** The face of a step kind: how it looks on a card and how it is set. */
export interface KindView<K extends KindName> {
  family: StepFamily;
  title: string;
  icon: (config: Configs[K]) => IconName;
  /** What it does, for the inspector's header. */
  about: string;
  /** The settings in one line of words. */
  summary: (config: Configs[K], context: SummaryContext) => string;
  Form: ComponentType<FormProps<K>>;
}
