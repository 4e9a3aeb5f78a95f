import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, className, ...rest }: Props) {
  return (
    <label className={`flex items-start gap-2.5 py-1 ${className ?? ""}`}>
      <span className="relative mt-0.5 grid size-4 shrink-0 place-items-center">
        <input
          type="checkbox"
          className="peer absolute size-4 appearance-none rounded-sm border border-edge bg-raised transition-colors checked:border-accent checked:bg-accent hover:border-soft checked:hover:border-accent-strong disabled:opacity-50 forced-colors:appearance-auto"
          {...rest}
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none relative size-3 text-on-accent opacity-0 peer-checked:opacity-100 forced-colors:hidden"
        />
      </span>
      <span className="min-w-0">
        <span className="block leading-5">{label}</span>
        {hint ? <span className="block text-13 text-soft">{hint}</span> : null}
      </span>
    </label>
  );
}
