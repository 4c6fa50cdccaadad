import { encodeEntities } from "@/lib/render/encode-entities";
import { plainPage } from "@/lib/http/recipient/plain-page";
import { channelWord, purposeSentence } from "@/lib/http/recipient/words";
import { choosablePurposes, type Preference } from "@/lib/services/links/preferences";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Toggles per kind of message and channel, and one button that ends all marketing. */
export function preferencesPage(
  { senderName, isTest, preferences }: { senderName: string; isTest: boolean; preferences: Preference[] },
  isSaved: boolean,
): Response {
  const groups = choosablePurposes.map((purpose) => {
    const toggles = preferences
      .filter((one) => one.purpose === purpose)
      .map(
        (one) =>
          `<label><input type="checkbox" name="on" value="${one.channel}:${purpose}"${one.isOn ? " checked" : ""}><span>By ${channelWord(one.channel)}</span></label>`,
      );
    return `<fieldset><legend>${capital(purposeSentence[purpose])}</legend>${toggles.join("")}</fieldset>`;
  });
  const note = isTest
    ? "<p>This link is from a test message: saving changes nothing.</p>"
    : isSaved
      ? '<p role="status">Saved. It takes effect at once.</p>'
      : "";
  return plainPage(
    "Preferences",
    `<h1>What ${encodeEntities(senderName)} may send you</h1>${note}<p>Receipts, security notices and other messages you need are always sent.</p>
<form method="post">${groups.join("")}<div class="actions"><button type="submit">Save</button><button type="submit" name="none" value="1" class="quiet">Stop all offers and news</button></div></form>`,
  );
}
