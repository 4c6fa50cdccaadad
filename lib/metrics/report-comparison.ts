import type { PeerScore, ReportInput } from "@/lib/metrics/report-input";
import { stayWentOn } from "@/lib/metrics/went-on";

const DAY_MS = 86_400_000;
/** Fewer accounts than this are not compared. */
export const PEERS_MIN = 5;

export interface ComparisonRow {
  name: string;
  unit: "days" | "%" | "";
  own: number | null;
  average: number | null;
  top: number | null;
}

export interface Comparison {
  rows: ComparisonRow[];
  /** Days in stage of the others there now, for the dots. */
  peers: number[];
  /** How many left the stage, and how many of them are the best quarter. */
  exited: number;
  topCount: number;
}

/** This account, the average of those in the stage now, and the best quarter (shortest stays) of those that left it (RULES S33). */
export function prepareComparison(
  input: Pick<ReportInput, "nowMs" | "account" | "stays" | "peers">,
  own: { milestoneRate: number | null; engagement: number | null },
): Comparison {
  const { nowMs, account } = input;
  const inStage = input.stays.filter((stay) => stay.stage === account.stage && stay.accountId !== account.id);
  const here = inStage
    .filter((stay) => stay.leftAtMs === null)
    .map((stay) => ({ accountId: stay.accountId, days: (nowMs - stay.enteredAtMs) / DAY_MS }));
  const wentOn = stayWentOn(input.stays);
  const exited = inStage
    .flatMap((stay) =>
      stay.leftAtMs === null || !wentOn(stay)
        ? []
        : [{ accountId: stay.accountId, days: (stay.leftAtMs - stay.enteredAtMs) / DAY_MS }],
    )
    .sort((a, b) => a.days - b.days);
  const top = exited.length < PEERS_MIN ? [] : exited.slice(0, Math.ceil(exited.length / 4));
  const ownDays = account.stageEnteredAtMs === null ? null : (nowMs - account.stageEnteredAtMs) / DAY_MS;
  const scoreOf = (accountId: string) =>
    input.peers.find((peer) => peer.accountId === accountId && peer.stage === account.stage);
  const of = (some: readonly { accountId: string }[], read: (peer: PeerScore) => number | null) =>
    some.flatMap(({ accountId }) => {
      const peer = scoreOf(accountId);
      const value = peer ? read(peer) : null;
      return value === null ? [] : [value];
    });
  return {
    rows: [
      {
        name: "Time in Stage",
        unit: "days",
        own: ownDays,
        average: mean(here.map((one) => one.days)),
        top: mean(
          top.map((one) => one.days),
          1,
        ),
      },
      {
        name: "Milestone Rate",
        unit: "%",
        own: own.milestoneRate,
        average: mean(of(here, (peer) => peer.milestoneRate)),
        top: mean(
          of(top, (peer) => peer.milestoneRate),
          1,
        ),
      },
      {
        name: "Engagement Score",
        unit: "",
        own: own.engagement,
        average: mean(of(here, (peer) => peer.engagement)),
        top: mean(
          of(top, (peer) => peer.engagement),
          1,
        ),
      },
    ],
    peers: here.map((one) => one.days),
    exited: exited.length,
    topCount: top.length,
  };
}

function mean(values: readonly number[], least = PEERS_MIN): number | null {
  return values.length < least ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
