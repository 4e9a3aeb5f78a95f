"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/icon-button";
import { Input, type InputProps } from "../ui/input";

/** A password that one may look at: long ones are typed more safely when they can be read. */
export function PasswordInput({ className, ...rest }: InputProps) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...rest} type={shown ? "text" : "password"} autoCapitalize="off" autoCorrect="off" spellCheck={false} className={`pr-11 ${className ?? ""}`} />
      <span className="absolute inset-y-0 right-1 grid place-items-center">
        <IconButton
          size="sm"
          label="Show the password"
          pressed={shown}
          icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  );
}
