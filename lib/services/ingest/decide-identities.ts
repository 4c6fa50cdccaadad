import type { IdentityRow } from "@/db/queries/ingest/identity-row";
import { subjectIdOf, type IdentityKind, type SubjectKind } from "@/db/queries/ingest/subject-id";
import type { ItemProblem, TrackedItem } from "@/lib/contract/ingest/tracked-item";
import { bucketOf } from "@/lib/hash/bucket-of";
import { identityKey, type KnownIdentities, type Place } from "@/lib/services/ingest/identity-key";

export type Identified = Pick<TrackedItem, "type" | "userId" | "anonymousId" | "groupId" | "previousId">;

export interface Placed {
  person: Place | null;
  account: Place | null;
  /** The person had a userId before this request. */
  wasKnown: boolean;
  /** The item's anonymous id means this person too, not somebody else on the same device. */
  ownsAnonymousId: boolean;
}

export interface IdentityDecision {
  /** Per item, in order. */
  placed: (Placed | { problem: ItemProblem })[];
  /** To be added before `additions`: each says which user an anonymous person belongs to. */
  claims: IdentityRow[];
  additions: IdentityRow[];
}

export interface IdentityOptions {
  /** A server key may join two people who are both known. */
  mayJoinKnown: boolean;
  /** Keys of what this request itself has added before it had to decide again. */
  ours: ReadonlySet<string>;
}

/** Who each item is about, given what is known, and what has to be written so that it stays true (RULES S3).
 * - A new identifier makes a subject whose id follows from the identifier.
 * - An anonymous person belongs to the first user seen with its anonymous id: a new user takes the person over with
 *   its history; for a user who is known already the anonymous person becomes a signpost to the user.
 * - A second user on the same anonymous id (a shared device) does not touch the first.
 * - An alias of two known people makes the previous one a signpost; browser keys may not do that. */
export function decideIdentities(
  workspaceId: string,
  items: readonly Identified[],
  known: KnownIdentities,
  { mayJoinKnown, ours }: IdentityOptions,
): IdentityDecision {
  const added = new Map<string, Place>();
  const decision: IdentityDecision = { placed: [], claims: [], additions: [] };

  const get = (kind: IdentityKind, value: string) =>
    added.get(identityKey(kind, value)) ?? known.get(identityKey(kind, value));
  const own = (kind: SubjectKind, value: string): Place => {
    const id = subjectIdOf(workspaceId, kind, value);
    return { id, bucket: bucketOf(id) };
  };
  const add = (kind: IdentityKind, value: string, place: Place): Place => {
    added.set(identityKey(kind, value), place);
    (kind === "claim" ? decision.claims : decision.additions).push({
      kind,
      value,
      subjectId: place.id,
      subjectBucket: place.bucket,
    });
    return place;
  };
  const find = (kind: SubjectKind, value: string): Place | undefined => {
    const place = get(kind, value);
    return place && followSignposts(place, (id) => get("merged", id));
  };
  /** Make the anonymous person this user's, if it is nobody's yet or already theirs. */
  const claim = (anonymousId: string, userId: string): Place | null => {
    const mine = own("anonymous", anonymousId);
    if (find("anonymous", anonymousId)?.id !== mine.id) return null;
    const owner = own("user", userId);
    const claimed = get("claim", mine.id);
    if (claimed) return claimed.id === owner.id ? mine : null;
    add("claim", mine.id, owner);
    return mine;
  };
  const before = (kind: IdentityKind, value: string) =>
    ours.has(identityKey(kind, value)) ? undefined : known.get(identityKey(kind, value));
  const findKnown = (item: Identified): boolean => {
    if (item.userId) return before("user", item.userId) !== undefined;
    if (!item.anonymousId) return false;
    const mine = own("anonymous", item.anonymousId);
    const place = before("anonymous", item.anonymousId);
    return place !== undefined && (place.id !== mine.id || before("claim", mine.id) !== undefined);
  };

  const visitorOf = (anonymousId: string): Place =>
    find("anonymous", anonymousId) ?? add("anonymous", anonymousId, own("anonymous", anonymousId));
  const userOf = (userId: string, anonymousId: string | null): Place => {
    let person = find("user", userId);
    if (!person) {
      person = add("user", userId, (anonymousId && claim(anonymousId, userId)) || own("user", userId));
    }
    if (!anonymousId) return person;
    const anonymous = find("anonymous", anonymousId);
    if (!anonymous) add("anonymous", anonymousId, person);
    else if (anonymous.id !== person.id) {
      const loser = claim(anonymousId, userId);
      if (loser) add("merged", loser.id, person);
    }
    return person;
  };
  const join = (userId: string, previousId: string): Place | { problem: ItemProblem } => {
    const previous = find("user", previousId);
    if (!previous) {
      const person = userOf(userId, previousId);
      if (mayJoinKnown) add("user", previousId, person);
      return person;
    }
    if (!mayJoinKnown) {
      return {
        problem: {
          field: "previousId",
          reason:
            "Belongs to a known person. A browser key may not join known people: send this alias with a server key.",
        },
      };
    }
    const person = find("user", userId);
    if (!person) return add("user", userId, previous);
    if (person.id !== previous.id) add("merged", previous.id, person);
    return person;
  };

  const personOf = ({ type, userId, anonymousId, previousId }: Identified) => {
    if (!userId) return anonymousId ? visitorOf(anonymousId) : null;
    return type === "alias" && previousId ? join(userId, previousId) : userOf(userId, anonymousId);
  };

  for (const item of items) {
    const wasKnown = findKnown(item);
    const person = personOf(item);
    if (person && "problem" in person) {
      decision.placed.push(person);
      continue;
    }
    const account = item.groupId
      ? (find("group", item.groupId) ?? add("group", item.groupId, own("group", item.groupId)))
      : null;
    const ownsAnonymousId =
      person !== null && item.anonymousId !== null && find("anonymous", item.anonymousId)?.id === person.id;
    decision.placed.push({ person, account, wasKnown, ownsAnonymousId });
  }
  // What came before a join in the same request belongs to the joined person too.
  for (const placed of decision.placed) {
    if ("person" in placed && placed.person) placed.person = followSignposts(placed.person, (id) => get("merged", id));
  }
  return decision;
}

/** Two people joined with each other at the same moment point in a ring: the smaller id stands for both. */
function followSignposts(start: Place, next: (id: string) => Place | undefined): Place {
  const way = [start];
  let at = start;
  for (;;) {
    const to = next(at.id);
    if (!to) return at;
    const ring = way.findIndex((place) => place.id === to.id);
    if (ring !== -1) return way.slice(ring).reduce((least, place) => (place.id < least.id ? place : least));
    way.push(to);
    at = to;
  }
}
