interface Meaning {
  label: string;
  impact: string;
  /** Which step family's colour and icon draws it. */
  family: "goal" | "people" | "reach" | "data" | "exit" | "entry" | "decide";
  /** Stands on the line of time. */
  isLandmark?: boolean;
}

/** Events worth a line in the report: how they read and what they move. Daily use is summed in the signals instead. */
export const meaningfulEvents: Readonly<Record<string, Meaning>> = {
  contract_signed: { label: "Contract signed", impact: "Starts Onboarding", family: "entry", isLandmark: true },
  contract_renewed: { label: "Contract renewed", impact: "Ends the renewal", family: "goal", isLandmark: true },
  contract_ended: { label: "Contract ended", impact: "Ends the journey", family: "exit", isLandmark: true },
  go_live: { label: "Went live", impact: "Exit criterion of Onboarding", family: "goal", isLandmark: true },
  kickoff_held: { label: "Kickoff held", impact: "Implementation begins", family: "people", isLandmark: true },
  qbr_held: { label: "Business review held", impact: "Confirms value", family: "people", isLandmark: true },
  milestone_complete: {
    label: "Milestone complete",
    impact: "Objective: implementation",
    family: "goal",
    isLandmark: true,
  },
  training_completed: {
    label: "Training completed",
    impact: "Objective: key users trained",
    family: "people",
    isLandmark: true,
  },
  feature_activated: { label: "Feature activated", impact: "Raises Adoption", family: "data", isLandmark: true },
  use_case_started: { label: "Use case started", impact: "Exit criterion of Growth", family: "goal", isLandmark: true },
  user_added: { label: "Person added", impact: "Raises Growth", family: "data" },
  user_removed: { label: "Person removed", impact: "Lowers Growth", family: "exit" },
  nps_answered: { label: "Survey answered", impact: "Moves Satisfaction", family: "reach" },
  csat_answered: { label: "Satisfaction answered", impact: "Moves Satisfaction", family: "reach" },
  ticket_opened: { label: "Ticket opened", impact: "Lowers Satisfaction", family: "exit" },
  ticket_closed: { label: "Ticket closed", impact: "Starts the satisfaction survey", family: "reach" },
  feedback_given: { label: "Feedback given", impact: "Moves Satisfaction", family: "reach" },
  plan_upgraded: { label: "Plan upgraded", impact: "Raises Growth", family: "goal", isLandmark: true },
  referral_made: { label: "Referral made", impact: "Raises Growth", family: "goal", isLandmark: true },
  reference_given: { label: "Reference given", impact: "Exit criterion of Maturity", family: "goal", isLandmark: true },
};
