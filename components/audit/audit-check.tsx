import { Notice } from "@/components/ui/notice";

/** The verdict on the whole log. */
export function AuditCheck({
  entries,
  problem,
}: {
  entries: number;
  problem: { number: number; what: string } | null;
}) {
  const count = `${entries.toLocaleString("en")} ${entries === 1 ? "entry" : "entries"}`;
  if (problem === null)
    return (
      <Notice tone="ok">
        {entries === 0
          ? "There is nothing to check yet."
          : `Checked: ${count}, each as it was written, none missing in between.`}
      </Notice>
    );
  return (
    <Notice tone="bad">
      Entry {problem.number} {problem.what}. The {count} before it are as they were written.
    </Notice>
  );
}
