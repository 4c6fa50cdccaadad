/** An event as the core sees it. Properties are JSON. */
export interface FactEvent {
  name: string;
  atMs: number;
  properties: Readonly<Record<string, unknown>>;
}

export interface FactEngagement {
  did: "sent" | "opened" | "clicked" | "replied";
  channel: string;
  atMs: number;
}

/** What is known about one subject when a rule is asked. Loaded in batches; never fetched by the core. */
export interface Facts {
  /** The subject's own traits; for an account also `arr`, `plan`, `stage`, `contractStart`, … */
  traits: Readonly<Record<string, unknown>>;
  /** Traits of the person's account; for an account journey the same object as `traits`; null without one. */
  account: Readonly<Record<string, unknown>> | null;
  /** Ids of the segments the subject is in. */
  segments: ReadonlySet<string>;
  /** The subject's events of the names the rules asked for, oldest first. */
  events: readonly FactEvent[];
  engagement: readonly FactEngagement[];
  /** IANA zone already resolved by RULES S28. */
  zone: string;
}
