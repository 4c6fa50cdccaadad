"use client";
import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { fieldStyle } from "./field-style";
import { Icon, type IconName } from "./icon";
import { join } from "./join";

interface InputProps extends Omit<ComponentProps<"input">, "className" | "defaultValue" | "value"> {
  icon?: IconName;
  mono?: boolean;
  className?: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}

export function Input({ icon, mono, className, ...rest }: InputProps) {
  const control = <Base className={join(fieldStyle, icon && "pl-8", mono && "font-mono", className)} {...rest} />;
  if (!icon) return control;
  return (
    <span className="relative block">
      <Icon name={icon} className="pointer-events-none absolute top-2 left-2.5 text-ink-3" />
      {control}
    </span>
  );
}
