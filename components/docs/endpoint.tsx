import type { Endpoint as EndpointView } from "@/lib/http/docs";
import { shapeAnchor } from "@/lib/http/docs";
import type { ReactNode } from "react";
import { Code } from "./code";
import { FieldList, Shapes } from "./field-list";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h4 className="pb-1 font-[550] text-12 text-soft">{title}</h4>
      {children}
    </section>
  );
}

/** One method of one address: what it takes, what it answers, how it refuses. */
export function Endpoint({ of }: { of: EndpointView }) {
  return (
    <article id={of.id} className="scroll-mt-6 border-line border-t py-6 first:border-t-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-mono text-14">
        <span className="min-w-14 font-semibold">{of.method}</span>
        <a href={`#${of.id}`} className="break-all hover:underline">
          {of.path}
        </a>
      </h3>
      <p className="mt-1.5 max-w-[68ch] text-soft">{of.summary}.</p>
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="min-w-0">
          {of.query.length ? (
            <Part title="Query">
              <FieldList fields={of.query} />
            </Part>
          ) : null}
          {of.body.some((shape) => shape.fields.length) ? (
            <Part title="Body">
              <Shapes shapes={of.body} />
            </Part>
          ) : null}
          <Part title="Answer">
            <p className="text-13 text-soft">
              <span className="font-mono text-ink">{of.answer.status}</span>{" "}
              {of.answer.shape ? (
                <a className="link" href={`#${shapeAnchor(of.answer.shape)}`}>
                  {of.answer.shape}
                </a>
              ) : of.answer.fields.length ? null : (
                of.answer.type
              )}
            </p>
            {of.answer.fields.length ? <FieldList fields={of.answer.fields} /> : null}
          </Part>
        </div>
        <div className="min-w-0">
          <Part title={of.open ? "For example, without signing in" : "For example"}>
            <Code label={`${of.method} ${of.path} with curl`}>{of.curl}</Code>
          </Part>
          <Part title="May refuse with">
            <p className="flex flex-wrap gap-x-3 gap-y-0.5 font-mono text-12 text-soft">
              {of.codes.map(({ code, status }) => (
                <a key={code} href={`#${code.toLowerCase()}`} className="whitespace-nowrap hover:underline">
                  {status} {code}
                </a>
              ))}
            </p>
          </Part>
        </div>
      </div>
    </article>
  );
}
