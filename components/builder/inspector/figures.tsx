/** Counts under each other, with what they count; one that is not known is left out. */
export function Figures({ rows }: { rows: readonly (readonly [label: string, value: number | undefined])[] }) {
  return (
    <dl className="flex flex-col gap-1">
      {rows.map(([label, value]) =>
        value === undefined ? null : (
          <div key={label} className="flex justify-between gap-3">
            <dt className="text-ink-2">{label}</dt>
            <dd className="font-semibold">{value.toLocaleString("en")}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
