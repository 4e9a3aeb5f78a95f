import type { Chapter } from "@/lib/http/docs";

/** The contents at the side; on a phone they fold away under one line. */
export function Contents({ chapters }: { chapters: readonly Chapter[] }) {
  const links = (
    <ul className="text-13 [&_a:hover]:text-ink [&_a]:block [&_a]:py-1 [&_a]:text-soft">
      <li>
        <a href="#begin">To begin</a>
      </li>
      <li>
        <a href="#rules">Rules that hold everywhere</a>
      </li>
      <li>
        <a href="#errors">Refusals</a>
      </li>
      {chapters.map((chapter) => (
        <li key={chapter.id} className="mt-2 first-of-type:mt-0">
          <a href={`#${chapter.id}`} className="font-[550]">
            {chapter.name}
          </a>
          <ul className="border-hairline border-l pl-3">
            {chapter.endpoints.map((endpoint) => (
              <li key={endpoint.id}>
                <a href={`#${endpoint.id}`} className="truncate font-mono text-12" title={`${endpoint.method} ${endpoint.path}`}>
                  {endpoint.method} {endpoint.path.replace(/^\/incidents\/\{ref\}(?=\/)/, "…")}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li className="mt-2">
        <a href="#shapes" className="font-[550]">
          Shapes
        </a>
      </li>
    </ul>
  );
  return (
    <nav aria-label="Contents">
      <details className="rounded-md border border-line px-4 py-2.5 lg:hidden">
        <summary className="font-[550]">Contents</summary>
        <div className="pt-2">{links}</div>
      </details>
      <div className="sticky top-6 hidden max-h-[calc(100vh-3rem)] overflow-y-auto pr-2 lg:block">{links}</div>
    </nav>
  );
}
