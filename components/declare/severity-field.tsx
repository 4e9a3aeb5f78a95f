"use client";

import { SEVERITIES, SEVERITY_HINTS, type Severity } from "../../lib/incidents/words";
import { SeverityBadge } from "../incidents/severity-badge";
import { type KeyChoice, RadioKeys } from "../ui/radio-keys";

const CHOICES: KeyChoice<Severity>[] = SEVERITIES.map((severity) => ({
  value: severity,
  label: <SeverityBadge severity={severity} />,
  hint: SEVERITY_HINTS[severity],
}));

interface Props {
  value: Severity | null;
  onChange: (value: Severity | null) => void;
  error?: string | undefined;
}

/** Four large keys. None is chosen at first: who does not know yet leaves it, and triage begins. */
export function SeverityField({ value, onChange, error }: Props) {
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-13">
        <span aria-hidden="true" className="font-[550]">
          Severity
          <span className="ml-1.5 font-normal text-faint">optional</span>
        </span>
        <span className="text-soft">
          {value ? (
            <button type="button" className="link touch" onClick={() => onChange(null)}>
              Not sure yet
            </button>
          ) : (
            "If unsure, pick the higher"
          )}
        </span>
      </div>
      <RadioKeys
        legend="Severity. If unsure, pick the higher"
        hideLegend
        choices={CHOICES}
        value={value}
        onChange={onChange}
        altDigits
        columns={2}
        name="severity"
      />
      {error ? (
        <p role="alert" className="mt-1 text-13 text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
