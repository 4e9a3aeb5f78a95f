import Link from "next/link";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Waits for an answer: keeps its place and the focus, says so, and takes no second press. */
  pending?: boolean;
}

export type ButtonProps = Look & ComponentProps<"button">;
export type ButtonLinkProps = Look & { href: string } & Omit<ComponentProps<typeof Link>, "href">;

const swallow = (event: MouseEvent) => event.preventDefault();

/** A button. It is `type="button"` unless told otherwise, so that none submits a form by accident. */
export function Button({ variant, size, icon, pending, className, children, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonStyle(variant, size, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? swallow : onClick}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, icon, pending, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={buttonStyle(variant, size, className)} {...rest}>
      {pending ? <Spinner /> : icon}
      {children}
    </Link>
  );
}
