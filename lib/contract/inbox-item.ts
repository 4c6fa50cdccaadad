import type { ConfigOf } from "@/lib/journey/kinds/config";
import type { Settlement } from "@/lib/journey/input";
import type { GateRequest, Verdict } from "@/lib/policy/gate-types";

/** What can be waiting for a subject in its bucket. The tick is the only reader and the only one that acts on it:
 * doors append, so that every change of a subject is applied by its bucket's one writer, in order (RULES S10). */
export type InboxItem =
  /** Something happened. `identify` and `group` carry traits; `track`, `page` and `screen` carry properties.
   * In an account's bucket it is a projection of a person's event (RULES S20), or a `group`. */
  | {
      kind: "event";
      eventId: string;
      type: "track" | "page" | "screen" | "identify" | "group" | "alias";
      name: string;
      happenedAtMs: number;
      receivedAtMs: number;
      properties: Record<string, unknown>;
      personId: string | null;
      accountId: string | null;
      /** Old or imported: stored and counted, but enters nobody. */
      isHistory: boolean;
    }
  /** The account's traits, sent to each member's bucket. */
  | { kind: "account_traits"; accountId: string; traits: Record<string, unknown> }
  | { kind: "enroll"; journeyId: string; key: string; context: Record<string, unknown>; by: string }
  | { kind: "settled"; messageId: string; enrollmentId: string; stepId: string; visit: number; settlement: Settlement }
  | {
      kind: "engaged";
      messageId: string;
      enrollmentId: string | null;
      stepId: string | null;
      visit: number;
      how: "clicked" | "opened" | "replied";
    }
  | { kind: "task_closed"; taskId: string; enrollmentId: string; stepId: string; visit: number; outcome: string }
  | { kind: "leave"; journeyId: string; outcome: "stopped" | "withdrawn" | "graceful"; code: string }
  /** Consent rows are written by the door at once; this makes journeys act on it (RULES S8). */
  | {
      kind: "consent";
      channel: string;
      purpose: string;
      state: "granted" | "refused";
      journeyId: string | null;
      allMarketing: boolean;
    }
  /** Account journey → recipient: the account has given a place; decide as the recipient's owner (RULES S18). */
  | { kind: "address"; message: AddressedMessage }
  /** A journey of a person changes the person's account. */
  | { kind: "update"; set: ConfigOf<"update">["set"]; by: string }
  /** Person → account: may this touchpoint use one of the account's places? */
  | { kind: "reserve"; request: GateRequest; messageId: string; personId: string; personBucket: number }
  /** Account → person: the account's answer. */
  | { kind: "reserved"; messageId: string; verdict: Verdict }
  /** Person → account: the place is not used after all. */
  | { kind: "returned"; key: string }
  /** To another bucket, left over from a tick that already wrote to as many as it may (RULES T4). */
  | { kind: "forward"; bucket: number; subjectId: string; item: InboxItem }
  /** The date a journey starts by has come; acted on only if the trait still says so and the version is still live. */
  | { kind: "date"; journeyId: string; versionId: string; dateMs: number }
  /** A journey that starts by a date was published: put the subject's date on the calendar. */
  | { kind: "plan_dates"; journeyId: string | null }
  /** An escalation opened or closed, a criterion was marked, traits were edited: look at the account again. */
  | { kind: "reconsider"; cause: string };

/** A message on its way from an account's journey to the bucket of the person it is for. */
export interface AddressedMessage {
  request: GateRequest;
  messageId: string;
  accountId: string;
  accountBucket: number;
  journeyId: string;
  versionId: string;
  enrollmentId: string;
  stepId: string;
  visit: number;
}
