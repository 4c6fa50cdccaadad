"use server";
import { action } from "@/lib/http/action";
import { createJourney } from "@/lib/services/journey/create-journey";
import { enrollByHand } from "@/lib/services/journey/enroll-by-hand";
import { publishJourney } from "@/lib/services/journey/publish-journey";
import { requestApproval } from "@/lib/services/journey/request-approval";
import { setJourneyStatus } from "@/lib/services/journey/set-journey-status";

export const create = action(createJourney);
export const enroll = action(enrollByHand);
export const publish = action(publishJourney);
export const askForApproval = action(requestApproval);
export const setStatus = action(setJourneyStatus);
