/** Whose values a message is filled in with. */
export interface LiquidPerson {
  externalId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  traits: Record<string, unknown>;
  /** Traits of the person's account. */
  accountTraits: Record<string, unknown> | null;
}

export interface LiquidScene {
  person: LiquidPerson | null;
  context: Record<string, unknown>;
  sender: { name: string; senderName: string; postalAddress: string };
}

/** What Liquid can read: `person`, `account`, `context` (what started the journey) and `workspace`. JSON. */
export function liquidScope({ person, context, sender }: LiquidScene): object {
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
