import { idOf } from "@/lib/hash/id-of";
import { seededRandom } from "@/lib/hash/seeded-random";
import type { HouseholdEscalation } from "@/lib/simulation/household";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";

const titles = [
  "Integration down for a day",
  "Invoices disputed",
  "Data missing after an import",
  "Sponsor is leaving",
  "Promised feature is late",
  "Repeated sign-in failures",
] as const;
const OPEN_WITHIN_DAYS = 9;

/** Most are settled within a fortnight; those opened in the last days are still open. */
export function tellEscalations(account: AccountStory, asOfMs: number): HouseholdEscalation[] {
  if (account.slug === "northwind-freight") return [northwindOutage(account)];
  const random = seededRandom("escalation", account.slug);
  const ageDays = Math.round((asOfMs - account.startMs) / DAY_MS);
  const lastDay = account.course === "churned" ? Math.min(ageDays, 360) : ageDays;
  const isTroubled = account.course === "decliner" || account.course === "churned";
  const told: HouseholdEscalation[] = [];
  for (let day = random.whole(20, 200); day < lastDay; day += random.whole(90, 260)) {
    if (!random.chance(isTroubled ? 0.6 : 0.12)) continue;
    const openedAtMs = account.startMs + day * DAY_MS + random.whole(8, 16) * 3_600_000;
    const closedAtMs = openedAtMs + random.around(4, 0.6) * DAY_MS;
    const isOpen = openedAtMs > asOfMs - OPEN_WITHIN_DAYS * DAY_MS || closedAtMs >= asOfMs;
    told.push({
      id: idOf("escalation", account.slug, String(told.length)),
      title: random.pick(titles),
      severity: random.pick(["medium", "high", "high", "critical"]),
      openedAtMs,
      closedAtMs: isOpen ? null : Math.round(closedAtMs),
    });
  }
  const isYoung = ageDays > 6 && ageDays < 70;
  const recent = asOfMs - random.whole(1, isYoung ? 3 : 7) * DAY_MS + 9 * 3_600_000;
  if (account.course !== "churned" && random.chance(isTroubled ? 0.35 : isYoung ? 0.22 : 0)) {
    const severity = isYoung ? "high" : random.pick(["medium", "high"]);
    told.push({
      id: idOf("escalation", account.slug, "recent"),
      title: random.pick(titles),
      severity,
      openedAtMs: recent,
      closedAtMs: null,
    });
  }
  return told;
}

function northwindOutage(account: AccountStory): HouseholdEscalation {
  return {
    id: idOf("escalation", account.slug, "sso"),
    title: "Single sign-on outage",
    severity: "critical",
    openedAtMs: account.startMs + 166 * DAY_MS + 8 * 3_600_000,
    closedAtMs: account.startMs + 173 * DAY_MS + 10 * 3_600_000,
  };
}
