/** What the editor offers, and what it calls it. */

export const INSERTS = [
  { id: "text", label: "Text", hint: "Plain words", words: "paragraph normal" },
  { id: "heading", label: "Heading", hint: "A section of the page", words: "h2 title section" },
  { id: "subheading", label: "Smaller heading", hint: "A part of a section", words: "h3 subtitle" },
  { id: "bullets", label: "List", hint: "With bullets", words: "bullets unordered ul" },
  { id: "numbers", label: "Numbered list", hint: "Where the order matters", words: "numbers ordered ol steps" },
  { id: "tasks", label: "Task list", hint: "Boxes to tick", words: "tasks todo checklist checkbox" },
  { id: "table", label: "Table", hint: "Three by three, to begin with", words: "grid rows columns" },
  { id: "quote", label: "Quote", hint: "What somebody said or wrote", words: "blockquote citation" },
  { id: "code", label: "Code", hint: "With its language’s colours", words: "pre snippet log shell" },
  { id: "picture", label: "Picture", hint: "A graph, a screenshot; up to 10 MB", words: "image photo graph screenshot upload" },
  { id: "note", label: "Note", hint: "Set apart from the text", words: "callout info aside" },
  { id: "learned", label: "Learned", hint: "What others should take along", words: "callout lesson insight" },
  { id: "caution", label: "Caution", hint: "What still bites", words: "callout warning danger" },
  { id: "divider", label: "Divider", hint: "A line between two parts", words: "rule hr separator line" },
] as const;
export type InsertId = (typeof INSERTS)[number]["id"];

/** Languages of code, as highlight.js knows them. */
export const LANGUAGES = {
  bash: "Shell",
  css: "CSS",
  diff: "Diff",
  go: "Go",
  graphql: "GraphQL",
  ini: "INI, TOML",
  java: "Java",
  javascript: "JavaScript",
  json: "JSON",
  kotlin: "Kotlin",
  markdown: "Markdown",
  php: "PHP",
  python: "Python",
  ruby: "Ruby",
  rust: "Rust",
  sql: "SQL",
  typescript: "TypeScript",
  xml: "HTML, XML",
  yaml: "YAML",
} as const;

/** How many colours there are for the people who write at the same time. */
export const HANDS = 8;
