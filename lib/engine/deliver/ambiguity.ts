/** What to do when it is not known whether a message went out (TRUST section 1).
 * - A webhook carries its key and in-app is the row itself: sending again is harmless.
 * - A transactional e-mail is worse missing than doubled; its Message-ID is the same, so a mailbox may still merge them.
 * - Anything else stays as it is, listed as uncertain: nobody gets the same offer twice. Its journey goes on as if the
 *   provider had accepted, and a later click or open proves that it did. */
export function ambiguityOf(message: { channel: string; purpose: string }): "resend" | "leave" {
  if (message.channel === "webhook" || message.channel === "in_app") return "resend";
  return message.channel === "email" && message.purpose === "transactional" ? "resend" : "leave";
}
