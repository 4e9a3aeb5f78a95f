import { shapeAnchor } from "@/lib/http/docs";
import type { Field, Shape } from "@/lib/http/fields";

function Type({ type, shape }: { type: string; shape: string | null }) {
  if (!shape || !type.includes(shape)) return type;
  const [before, after] = type.split(shape, 2);
  return (
    <>
      {before}
      <a className="link" href={`#${shapeAnchor(shape)}`}>
        {shape}
      </a>
      {after}
    </>
  );
}

function Row({ field }: { field: Field }) {
  return (
    <li>
      <div className="grid gap-x-4 border-hairline border-t py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <span>
          <code className="font-mono text-13 text-ink">{field.name}</code>
          {field.required ? <span className="ml-2 text-12 text-faint">required</span> : null}
        </span>
        <span className="text-13 text-soft">
          <Type type={field.type} shape={field.shape} />
          {field.note ? <span className="text-faint"> · {field.note}</span> : null}
        </span>
      </div>
      {field.fields.length ? (
        <div className="border-line border-l pl-4">
          <FieldList fields={field.fields} />
        </div>
      ) : null}
    </li>
  );
}

export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <ul>
      {fields.map((field) => (
        <Row key={field.name} field={field} />
      ))}
    </ul>
  );
}

/** One shape as its fields; of several, each under the word that tells it from the others. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return (
    <div className="grid gap-3">
      {shapes.map((shape) => (
        <div key={shape.label}>
          {shape.label ? <p className="pb-1 font-mono text-13 text-soft">{shape.label}</p> : null}
          <FieldList fields={shape.fields} />
        </div>
      ))}
    </div>
  );
}
