"use client";
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type HealthBand, healthColour, healthWord } from "@/components/ui/health-colour";

export interface HealthShare {
  band: HealthBand;
  accounts: number;
  arr: number;
}

const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR", notation: "compact" });

/** Accounts per health band with their ARR. */
export default function HealthChart({ shares }: { shares: readonly HealthShare[] }) {
  const rows = shares.map((share) => ({
    ...share,
    word: healthWord[share.band],
    label: `${share.accounts} · ${money.format(share.arr)}`,
  }));
  return (
    <ResponsiveContainer width="100%" height={180}>
      <BarChart data={rows} layout="vertical" margin={{ left: 0, right: 96, top: 4, bottom: 4 }} accessibilityLayer>
        <XAxis type="number" hide domain={[0, "dataMax"]} />
        <YAxis
          type="category"
          dataKey="word"
          width={76}
          axisLine={false}
          tickLine={false}
          tick={{ fill: "var(--text)", fontSize: 13 }}
        />
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          contentStyle={{
            background: "var(--raised)",
            border: "1px solid var(--border)",
            borderRadius: 8,
            color: "var(--text)",
          }}
          formatter={(value) => [`${String(value)} accounts`, "Accounts"]}
        />
        <Bar dataKey="accounts" barSize={18} radius={[0, 4, 4, 0]} isAnimationActive={false}>
          {rows.map((row) => (
            <Cell key={row.band} fill={healthColour(row.band)} />
          ))}
          <LabelList dataKey="label" position="right" fill="var(--text-2)" fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
