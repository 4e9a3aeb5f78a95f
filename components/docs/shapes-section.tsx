import { shapeAnchor, type shapesIn } from "@/lib/http/docs";
import { Shapes } from "./field-list";

/** What routes answer with, by name. */
export function ShapesSection({ shapes }: { shapes: ReturnType<typeof shapesIn> }) {
  return (
    <section id="shapes" className="mt-12 scroll-mt-6">
      <h2 className="border-ink border-b pb-2 font-semibold font-serif text-28">Shapes</h2>
      {shapes.map(({ name, shapes: alternatives }) => (
        <section key={name} id={shapeAnchor(name)} className="scroll-mt-6 py-5 target:bg-hover">
          <h3 className="pb-2 font-mono font-semibold text-14">{name}</h3>
          <Shapes shapes={alternatives} />
        </section>
      ))}
    </section>
  );
}
