import type { Recipient } from "@/db/queries/message/load-recipients";
import type { Sender } from "@/db/queries/workspace/read-sender";

/** What Liquid can read: `person`, `account`, `context` (what started the journey) and `workspace`. JSON. */
export function liquidScope({ person, context, sender }: { person: Recipient | null; context: Record<string, unknown>; sender: Pick<Sender, "name" | "senderName" | "postalAddress"> }): object {
  return {
    person: person
      ? {
          ...(person.name ? { firstName: person.name.split(" ")[0] } : {}),
          ...person.traits,
          ...known({ id: person.externalId, name: person.name, email: person.email, phone: person.phone }),
        }
      : {},
    account: person?.accountTraits ?? {},
    context,
    workspace: { name: sender.name, senderName: sender.senderName, postalAddress: sender.postalAddress },
  };
}

function known(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
