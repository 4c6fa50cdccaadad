import type { IconName } from "@/components/icons";

export interface Place {
  id: string;
  label: string;
  icon: IconName;
  /** Behind `/[ws]`. */
  path: string;
  /** Pressed after `g`. */
  key: string;
  /** Other first segments that belong to this place. */
  also?: readonly string[];
  /** Stands in the bottom bar of a phone. */
  phone?: boolean;
}

export const places = [
  { id: "home", label: "Home", icon: "home", path: "", key: "h", phone: true },
  { id: "journeys", label: "Journeys", icon: "journeys", path: "journeys", key: "j" },
  { id: "accounts", label: "Accounts", icon: "accounts", path: "accounts", key: "a", phone: true },
  { id: "people", label: "People", icon: "people", path: "people", key: "p" },
  {
    id: "work",
    label: "Work",
    icon: "work",
    path: "work",
    key: "w",
    also: ["tasks", "escalations", "playbooks", "renewals", "expansion", "advocacy"],
  },
  { id: "insights", label: "Insights", icon: "insights", path: "insights", key: "i" },
  { id: "approvals", label: "Approvals", icon: "approvals", path: "approvals", key: "v", phone: true },
  {
    id: "library",
    label: "Library",
    icon: "library",
    path: "library",
    key: "l",
    also: ["templates", "content", "segments", "personas", "surveys", "files"],
  },
] as const satisfies readonly Place[];

export const settingsPlace = {
  id: "settings",
  label: "Settings",
  icon: "settings",
  path: "settings",
  key: "s",
} as const satisfies Place;

export const everyPlace: readonly Place[] = [...places, settingsPlace];

export function placeHref(ws: string, place: Place): string {
  return place.path === "" ? `/${ws}` : `/${ws}/${place.path}`;
}

/** Whether an address lies within a place. */
export function isWithin(pathname: string, ws: string, place: Place): boolean {
  const [, first, second = ""] = pathname.split("/");
  if (first !== ws) return false;
  return second === place.path || (place.also?.includes(second) ?? false);
}
