import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";
import { journeyDocument } from "@/lib/journey/document";

const journeyId = z.uuid();
const note = z.string().trim().max(1000).default("");

export const createJourneyContract = contract({
  name: "journey.create",
  roles: ["marketer", "manager"],
  input: z.object({
    name: z.string().trim().min(1, "Give the journey a name.").max(120),
    subject: z.enum(["person", "account"]).default("person"),
    /** A whole document, pasted or imported; without it the journey starts with an entry and an exit. */
    document: journeyDocument.optional(),
  }),
  audit: "journey.created",
});

export const listJourneysContract = contract({
  name: "journey.list",
  roles: everyone,
  input: z.object({ q: z.string().max(200).optional(), status: z.string().max(20).optional() }),
  audit: null,
});

export const readJourneyContract = contract({
  name: "journey.read",
  roles: everyone,
  input: z.object({ journeyId }),
  audit: null,
});

export const requestApprovalContract = contract({
  name: "journey.request_approval",
  roles: ["marketer", "manager"],
  input: z.object({ journeyId, note, acceptedWarnings: z.array(z.string()).default([]) }),
  audit: "journey.approval_asked",
});

export const publishJourneyContract = contract({
  name: "journey.publish",
  roles: ["marketer", "manager"],
  input: z.object({ journeyId, note, acceptedWarnings: z.array(z.string()).default([]) }),
  audit: "journey.published",
});

export const setJourneyStatusContract = contract({
  name: "journey.set_status",
  roles: ["marketer", "manager"],
  input: z.object({ journeyId, to: z.enum(["paused", "live", "ended"]) }),
  audit: "journey.status_changed",
});

export const readLiveContract = contract({
  name: "journey.live",
  roles: everyone,
  input: z.object({ journeyId }),
  audit: null,
});

export const listJourneyPeopleContract = contract({
  name: "journey.people",
  roles: everyone,
  input: z.object({
    journeyId,
    step: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  audit: null,
});

export const enrollContract = contract({
  name: "journey.enroll",
  roles: ["marketer", "manager", "csm"],
  input: z.object({ journeyId, subjectId: z.uuid(), context: z.record(z.string(), z.unknown()).default({}) }),
  audit: "journey.enrolled",
});
