interface Meaning {
  label: string;
  impact: string;
  /** Which step family's colour and icon draws it. */
  family: "goal" | "people" | "reach" | "data" | "exit" | "entry" | "decide";
}

/** Events worth a line in the report: how they read and what they move. Daily use is summed in the signals instead. */
export const meaningfulEvents: Readonly<Record<string, Meaning>> = {
  contract_signed: { label: "Contract signed", impact: "Starts Onboarding", family: "entry" },
  contract_renewed: { label: "Contract renewed", impact: "Ends the renewal", family: "goal" },
  contract_ended: { label: "Contract ended", impact: "Ends the journey", family: "exit" },
  go_live: { label: "Went live", impact: "Exit criterion of Onboarding", family: "goal" },
  kickoff_held: { label: "Kickoff held", impact: "Implementation begins", family: "people" },
  qbr_held: { label: "Business review held", impact: "Confirms value", family: "people" },
  milestone_complete: { label: "Milestone complete", impact: "Objective: implementation", family: "goal" },
  training_completed: { label: "Training completed", impact: "Objective: key users trained", family: "people" },
  feature_activated: { label: "Feature activated", impact: "Raises Adoption", family: "data" },
  use_case_started: { label: "Use case started", impact: "Exit criterion of Growth", family: "goal" },
  user_added: { label: "Person added", impact: "Raises Growth", family: "data" },
  user_removed: { label: "Person removed", impact: "Lowers Growth", family: "exit" },
  nps_answered: { label: "Survey answered", impact: "Moves Satisfaction", family: "reach" },
  csat_answered: { label: "Satisfaction answered", impact: "Moves Satisfaction", family: "reach" },
  ticket_opened: { label: "Ticket opened", impact: "Lowers Satisfaction", family: "exit" },
  ticket_closed: { label: "Ticket closed", impact: "Starts the satisfaction survey", family: "reach" },
  feedback_given: { label: "Feedback given", impact: "Moves Satisfaction", family: "reach" },
  plan_upgraded: { label: "Plan upgraded", impact: "Raises Growth", family: "goal" },
  referral_made: { label: "Referral made", impact: "Raises Growth", family: "goal" },
  reference_given: { label: "Reference given", impact: "Exit criterion of Maturity", family: "goal" },
};
