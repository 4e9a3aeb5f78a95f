import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"input">, "type" | "role"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** On or off, at once: for what takes effect without a save. The label stands at the left, the switch at the right. */
export function Switch({ label, hint, className, ...rest }: Props) {
  return (
    <label className={`flex items-start justify-between gap-4 py-1 ${className ?? ""}`}>
      <span className="min-w-0">
        <span className="block leading-5">{label}</span>
        {hint ? <span className="block text-13 text-soft">{hint}</span> : null}
      </span>
      <span className="relative inline-flex h-5 w-9 shrink-0">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its state by itself
          role="switch"
          className="peer absolute inset-0 appearance-none rounded-full border border-edge bg-sunken transition-colors checked:border-accent checked:bg-accent focus-visible:rounded-full disabled:opacity-50"
          {...rest}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-edge transition-transform forced-colors:bg-[ButtonText]! duration-150 peer-checked:translate-x-4 peer-checked:bg-on-accent"
        />
      </span>
    </label>
  );
}
