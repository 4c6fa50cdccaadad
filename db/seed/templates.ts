import { idOf } from "@/lib/hash/id-of";

const template = (slug: string, name: string, channel: string, subject: string, body: string) => ({
  id: idOf("template", slug),
  slug,
  name,
  channel,
  content: { subject, preheader: "", body },
});

/** Reusable content, callable by its slug (RULES S30). */
export const demoTemplates = [
  template(
    "milestone_celebration",
    "Milestone celebration",
    "in_app",
    "You reached a milestone",
    "{{ data.milestone | default: 'A milestone' }} is done. Well done to everybody at {{ account.name }}.",
  ),
  template(
    "welcome",
    "Welcome",
    "email",
    "Your Lumen sign-in",
    "<p>Hello {{ person.firstName | default: 'there' }},</p><p>Your team works with Lumen. Sign in to see what is waiting for you.</p>",
  ),
  template(
    "satisfaction_survey",
    "Satisfaction survey",
    "email",
    "How did we do?",
    "<p>Hello {{ person.firstName | default: 'there' }},</p><p>Your ticket is closed. How satisfied are you, from 1 to 5?</p>",
  ),
  template(
    "renewal_summary",
    "Renewal summary",
    "email",
    "Your year with Lumen",
    "<p>What {{ account.name }} reached this year, on one page.</p>",
  ),
  template(
    "seat_expansion",
    "Seat expansion",
    "in_app",
    "Your team is growing",
    "Add seats in the settings, or ask us for a quote.",
  ),
];
