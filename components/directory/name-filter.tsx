import Form from "next/form";
import { Input } from "../ui/input";

/** Finds by name within a list; the address keeps what was typed. Works before the page's scripts are there. */
export function NameFilter({ action, q, label, keep = {} }: { action: string; q: string | undefined; label: string; keep?: Record<string, string> }) {
  return (
    <Form action={action} role="search" className="w-44 max-w-full sm:w-60">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Input key={q} type="search" name="q" defaultValue={q} aria-label={label} placeholder={label} className="h-8" />
    </Form>
  );
}
