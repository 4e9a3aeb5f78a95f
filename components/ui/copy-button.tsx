"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

interface Props {
  /** What lands in the clipboard. */
  text: string;
  /** "Copy the link". */
  label: string;
  /** With its words beside the icon, for the one thing to do. */
  wide?: boolean;
}

export function CopyButton({ text, label, wide }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      // Without TLS a browser has no clipboard for us: the text is then offered to be taken by hand.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      window.prompt("Copy it from here:", text);
    }
  }
  const icon = copied ? <Check aria-hidden="true" className="text-calm" /> : <Copy aria-hidden="true" />;
  return (
    <>
      {wide ? (
        <Button icon={icon} onClick={copy}>
          {copied ? "Copied" : label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
