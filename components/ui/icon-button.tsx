"use client";
import { Button as Base } from "@base-ui/react/button";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Icon, type IconName } from "./icon";
import { join } from "./join";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "className" | "children"> {
  icon: IconName;
  /** Said by screen readers and shown in the tooltip. */
  label: string;
  keys?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
}

export function IconButton({
  icon,
  label,
  keys,
  variant = "quiet",
  size = "m",
  side = "top",
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} side={side} {...(keys ? { keys } : {})}>
      <Base
        type={type}
        aria-label={label}
        aria-keyshortcuts={keys}
        className={join(buttonStyle(variant, size), size === "m" ? "w-8 px-0!" : "w-7 px-0!", className)}
        {...rest}
      >
        <Icon name={icon} />
      </Base>
    </Tooltip>
  );
}
