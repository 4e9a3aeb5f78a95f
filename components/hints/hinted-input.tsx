"use client";

import { Input, type InputProps } from "../ui/input";
import { Hinted, type HintedProps } from "./hinted";

/** A line of text in which wording is asked about. */
export function HintedInput({ field, kind, incidentRef, ref, ...input }: InputProps & Pick<HintedProps, "field" | "kind" | "incidentRef">) {
  return (
    <Hinted field={field} kind={kind} incidentRef={incidentRef}>
      <Input
        {...input}
        ref={(element) => {
          field.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
      />
    </Hinted>
  );
}
