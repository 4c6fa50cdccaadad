import type { IconName } from "@/components/icons";
import { remember, themeCookie } from "./remember";

export type Theme = "light" | "dark" | "system";

export const themes = [
  { theme: "system", label: "as the system", icon: "system" },
  { theme: "light", label: "light", icon: "light" },
  { theme: "dark", label: "dark", icon: "dark" },
] as const satisfies readonly { theme: Theme; label: string; icon: IconName }[];

export function themeFrom(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

/** Runs before the first paint where the theme follows the system, so that nothing flashes. */
export const systemThemeScript =
  'document.documentElement.dataset.theme=matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light"';

const systemDark = () => window.matchMedia("(prefers-color-scheme: dark)");

function paint(theme: Theme) {
  const root = document.documentElement;
  root.dataset.themeChoice = theme;
  root.dataset.theme = theme === "system" ? (systemDark().matches ? "dark" : "light") : theme;
}

export function chooseTheme(theme: Theme) {
  remember(themeCookie, theme === "system" ? null : theme);
  paint(theme);
}

/** Repaints when the system changes, as long as the theme follows it. */
export function followSystemTheme(): () => void {
  const media = systemDark();
  const repaint = () => {
    if (document.documentElement.dataset.themeChoice === "system") paint("system");
  };
  // A page drawn by the browser alone (after a fault) has not run the script.
  repaint();
  media.addEventListener("change", repaint);
  return () => media.removeEventListener("change", repaint);
}
