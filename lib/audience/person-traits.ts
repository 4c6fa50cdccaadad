export interface PersonLike {
  id: string;
  external_id: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
  zone: string | null;
  region: string | null;
  traits: Readonly<Record<string, unknown>>;
}

/** A person's traits as rules and Liquid see them: what senders brought, and what the product keeps itself. */
export function personTraits(row: PersonLike): Record<string, unknown> {
  return {
    ...row.traits,
    id: row.id,
    externalId: row.external_id,
    email: row.email,
    phone: row.phone,
    name: row.name,
    region: row.region,
    zone: row.zone,
  };
}
