import { type IconName, icons } from "@/components/icons";

export type { IconName };

interface IconProps {
  name: IconName;
  size?: 12 | 14 | 16 | 20;
  className?: string | undefined;
  /** Only where the icon stands alone; beside a word it stays silent. */
  label?: string;
}

export function Icon({ name, size = 16, className, label }: IconProps) {
  const Drawn = icons[name];
  return (
    <Drawn
      size={size}
      strokeWidth={1.75}
      className={`shrink-0 ${className ?? ""}`}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    />
  );
}
