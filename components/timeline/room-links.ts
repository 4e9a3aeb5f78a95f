import { paths } from "../../lib/paths";
import type { MarkdownLinks } from "../ui/markdown-text";

/** `#INC-12` leads to its room; a mention stays a name, for the text holds names and not ids. */
export const roomLinks: MarkdownLinks = { incident: (ref) => paths.incident(ref) };
