import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Someone else saved first. What one did not touch becomes theirs at once; what both changed stays as one typed it,
 * and is shown beside theirs until one of the two is chosen.
 */
export function takeUntouched<Values extends FieldValues>(form: UseFormReturn<Values>, before: Values, theirs: Values, fields: readonly Path<Values>[]): void {
  for (const field of fields) {
    if (same(form.getValues(field), before[field])) form.setValue(field, theirs[field] as PathValue<Values, typeof field>);
  }
}
