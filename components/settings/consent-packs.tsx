import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import type { Policy } from "@/lib/policy/policy";

type Pack = Policy["consentPacks"][number];

const columns: readonly Column<Pack>[] = [
  {
    id: "where",
    header: "Where",
    cell: (pack) =>
      pack.countries.includes("*")
        ? "Everywhere else, and where the country is not known"
        : `${pack.region} (${pack.countries.join(", ")})`,
    phone: "title",
  },
  {
    id: "email",
    header: "Marketing e-mail without a recorded answer",
    cell: (pack) =>
      pack.unknownMarketing.email === "allowed" ? "Sent until they refuse" : "Not sent until they agree",
    phone: "note",
  },
  { id: "asOf", header: "As of", cell: (pack) => pack.asOf, align: "right", width: 120, phone: "aside" },
];

/** Those for named countries first. */
export function ConsentPacks({ packs }: { packs: readonly Pack[] }) {
  const rows = [...packs].sort((a, b) => Number(a.countries.includes("*")) - Number(b.countries.includes("*")));
  return (
    <Section
      title="Consent"
      hairline={false}
      note="Comes with Waymark and is not changed here. Marketing by SMS, WhatsApp and push always needs a yes first; a refusal holds everywhere."
    >
      <div className="max-w-[720px]">
        <Table
          caption="What an unknown consent means, by country"
          columns={columns}
          rows={rows}
          rowKey={(pack) => pack.region}
          stickyHeader={false}
        />
      </div>
    </Section>
  );
}
