import { encodeEntities } from "@/lib/render/encode-entities";
import { channelWord, purposeSentence } from "@/lib/http/recipient/words";
import { plainPage } from "@/lib/http/recipient/plain-page";
import type { OptOutPlace } from "@/lib/services/links/preferences";

/** Before: a question with a button. After: what was done. */
export function optOutPage(place: OptOutPlace): Response {
  const sender = encodeEntities(place.senderName);
  const what = `${purposeSentence[place.purpose]} by ${channelWord(place.channel)}`;
  if (place.isTest)
    return plainPage(
      "Test message",
      `<h1>This was a test message</h1><p>Its unsubscribe link works like this page, but changes nothing.</p>`,
    );
  if (place.isDone) {
    return plainPage(
      "Unsubscribed",
      `<h1>You are unsubscribed</h1><p>${sender} will not send you ${what} any more.</p><p>The preferences link in the message shows everything you get.</p>`,
    );
  }
  return plainPage(
    "Unsubscribe",
    `<h1>Unsubscribe from ${sender}?</h1><p>You will not get ${what} any more. It takes effect at once.</p><form method="post"><button type="submit">Unsubscribe</button></form>`,
  );
}
