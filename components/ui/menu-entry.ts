import type { IconName } from "./icon";

/** One line of a menu. A menu is data, so the same list serves the button and the right click. */
export type MenuEntry =
  | {
      type?: "action";
      label: string;
      icon?: IconName;
      keys?: string;
      note?: string;
      danger?: boolean;
      disabled?: boolean;
      onSelect: () => void;
    }
  | { type: "link"; label: string; icon?: IconName; href: string; note?: string; newTab?: boolean }
  | { type: "check"; label: string; checked: boolean; onCheckedChange: (checked: boolean) => void }
  | {
      type: "choice";
      label: string;
      value: string;
      options: readonly { value: string; label: string; icon?: IconName; note?: string }[];
      onValueChange: (value: string) => void;
    }
  | { type: "submenu"; label: string; icon?: IconName; entries: readonly MenuEntry[] }
  | { type: "separator" };
