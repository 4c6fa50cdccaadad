"use client";
import dynamic from "next/dynamic";
import { healthWord } from "@/components/ui/health-colour";
import type { HealthShare } from "./health-chart";

// The chart library is loaded only where a chart is looked at.
const HealthChart = dynamic(() => import("./health-chart"), {
  ssr: false,
  loading: () => <div className="h-[180px]" />,
});

export function HealthBreakdown({ shares }: { shares: readonly HealthShare[] }) {
  const total = shares.reduce((sum, share) => sum + share.accounts, 0);
  return (
    <figure
      aria-label={`Health of ${total} accounts: ${shares.map((share) => `${share.accounts} ${healthWord[share.band]}`).join(", ")}`}
    >
      <HealthChart shares={shares} />
      <details className="text-small text-ink-2">
        <summary className="cursor-pointer">Data table</summary>
        <table className="mt-1 w-full max-w-md">
          <thead>
            <tr className="text-left">
              <th scope="col" className="font-normal">
                Health
              </th>
              <th scope="col" className="text-right font-normal">
                Accounts
              </th>
              <th scope="col" className="text-right font-normal">
                ARR
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.band}>
                <td>{healthWord[share.band]}</td>
                <td className="text-right">{share.accounts}</td>
                <td className="text-right">{Math.round(share.arr).toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
