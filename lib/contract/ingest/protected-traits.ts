/** Traits a browser key may never set: they decide money, ownership and consent (RULES S32). Compared without case,
 * spaces, `_`, `-` and `$`. */
const protectedNames: ReadonlySet<string> = new Set(
  [
    "arr",
    "mrr",
    "plan",
    "owner",
    "owner_id",
    "csm",
    "stage",
    "health",
    "consent",
    "consents",
    "unsubscribed",
    "contract_start",
    "contract_end",
    "renewal_date",
  ].map(plain),
);

/** Addresses of a known person; a browser key may give them only to somebody new. */
const addressNames: ReadonlySet<string> = new Set(["email", "email_address", "phone", "phone_number"].map(plain));

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_$-]/g, "");
}

export function isProtectedTrait(name: string): boolean {
  return protectedNames.has(plain(name));
}

export function isAddressTrait(name: string): boolean {
  return addressNames.has(plain(name));
}
