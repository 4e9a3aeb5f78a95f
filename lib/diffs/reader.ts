import { gitNames, plainName, unquoted } from "../filenames/rules";
import { type DiffFile, type DiffHunk, KIND, type ParsedDiff } from "./words";

const MOST = 2_147_483_647;
const HUNK = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@(.*)/;

/** Reads a diff line by line: `step()` until it says no, then `end()`. */
export class Reader {
  private readonly starts: Uint32Array;
  private readonly kinds: Uint8Array;
  private readonly olds: Uint32Array;
  private readonly news: Uint32Array;
  private readonly files: DiffFile[] = [];
  private file: DiffFile | null = null;
  private hunk: DiffHunk | null = null;
  /** What the hunk still promises of the old and the new side, and their next line numbers. */
  private left = { old: 0, new: 0, oldAt: 0, newAt: 0 };
  /** Whether the file's header may still go on. */
  private heading = false;
  /** Whether a --- line has named it already. */
  private named = false;
  private at = 0;

  constructor(private readonly text: string) {
    let count = 0;
    for (let from = 0; from < text.length; count++) from = after(text, from);
    this.starts = new Uint32Array(count + 1);
    for (let n = 0, from = 0; n < count; n++) this.starts[n + 1] = from = after(text, from);
    this.kinds = new Uint8Array(count);
    this.olds = new Uint32Array(count);
    this.news = new Uint32Array(count);
  }

  /** Reads one line; false at the end. */
  step(): boolean {
    if (this.at >= this.kinds.length) return false;
    this.kinds[this.at] = this.read();
    this.at++;
    return true;
  }

  end(): ParsedDiff {
    this.closeHunk();
    this.closeFile();
    const { text, starts, kinds, olds, news, files } = this;
    const why = files.length ? null : text.trim() === "" ? "There is nothing in it." : "No file and no hunk of a unified diff was found in it.";
    return { text, starts, kinds, olds, news, files, broken: why };
  }

  private line(n: number, most = 4096): string {
    const to = Math.min(this.starts[n + 1]!, this.starts[n]! + most);
    return this.text.slice(this.starts[n], to).replace(/\r?\n$/, "");
  }
  private begins(word: string, n = this.at) {
    return n < this.kinds.length && this.text.startsWith(word, this.starts[n]) && this.starts[n]! + word.length <= this.starts[n + 1]!;
  }

  private read(): number {
    if (this.hunk) {
      const kind = this.inHunk();
      if (kind !== null) return kind;
    }
    if (this.begins("diff --git ")) return this.beginGit();
    if (this.begins("diff --cc ") || this.begins("diff --combined ")) return this.beginCombined();
    if (this.file?.shownAsText && this.file.combined) return KIND.text;
    if (this.begins("--- ") && this.begins("+++ ", this.at + 1)) return this.oldName();
    if (this.file && this.heading) return this.inHeader();
    if (this.begins("@@ -")) return this.beginHunk();
    if (/^(?:Binary files|Files) .* differ$/.test(this.line(this.at))) return this.binaryLine();
    return KIND.text;
  }

  /** A line of the open hunk; null where it is not one. */
  private inHunk(): number | null {
    const { left } = this;
    const mark = this.text.charCodeAt(this.starts[this.at]!);
    if (mark === 92 && this.begins("\\ ")) return KIND.note;
    if (left.old === 0 && left.new === 0) return this.closeHunk();
    // Editors that strip trailing spaces leave an empty line where an empty one stood.
    const isContext = mark === 32 || mark === 10 || (mark === 13 && this.line(this.at) === "");
    if (isContext && left.old > 0 && left.new > 0) {
      this.number(true, true);
      return KIND.context;
    }
    if (mark === 43 && left.new > 0) {
      this.number(false, true);
      this.file!.added++;
      return KIND.added;
    }
    if (mark === 45 && left.old > 0) {
      this.number(true, false);
      this.file!.removed++;
      return KIND.removed;
    }
    return this.closeHunk();
  }

  private number(ofOld: boolean, ofNew: boolean) {
    const { left } = this;
    if (ofOld) {
      this.olds[this.at] = left.oldAt++;
      left.old--;
    }
    if (ofNew) {
      this.news[this.at] = left.newAt++;
      left.new--;
    }
  }

  private closeHunk(): null {
    const { hunk, file, left } = this;
    if (hunk && file) {
      hunk.to = this.at;
      const missing = Math.max(left.old, left.new);
      if (missing > 0)
        file.broken ??= { line: this.at + 1, why: `Its hunk promises ${missing === 1 ? "one more line" : `${missing} more lines`} than follow.` };
    }
    this.hunk = null;
    return null;
  }

  private closeFile() {
    if (this.file) this.file.to = this.at;
    this.file = null;
    this.heading = false;
  }

  private begin(names: { oldPath: string; path: string }): DiffFile {
    this.closeHunk();
    this.closeFile();
    const file: DiffFile = {
      ...names,
      from: this.at,
      to: this.at,
      change: "modified",
      binary: false,
      combined: false,
      shownAsText: null,
      modes: null,
      hunks: [],
      added: 0,
      removed: 0,
      broken: null,
    };
    this.files.push(file);
    this.file = file;
    this.heading = true;
    this.named = false;
    return file;
  }

  private beginGit(): number {
    this.begin(gitNames(this.line(this.at).slice("diff --git ".length)));
    return KIND.header;
  }

  private beginCombined(): number {
    const name = unquoted(this.line(this.at).replace(/^diff --(?:cc|combined) /, ""));
    const file = this.begin({ oldPath: name, path: name });
    file.combined = true;
    file.shownAsText = "A merge is compared with more than one parent here, so it is shown as text.";
    return KIND.header;
  }

  /** `---` and `+++`, which begin a file of a plain diff, and name those of git's. */
  private oldName(): number {
    const oldName = plainName(this.line(this.at));
    const newName = plainName(this.line(this.at + 1));
    const own = this.file && this.heading && this.file.hunks.length === 0 && !this.named;
    const file = own ? this.file! : this.begin({ oldPath: "", path: "" });
    this.named = true;
    const prefixed = (oldName === null || /^[a-z]\//.test(oldName)) && (newName === null || /^[a-z]\//.test(newName));
    const clean = (name: string) => (prefixed ? name.slice(2) : name);
    if (oldName === null && newName !== null) {
      file.path = file.oldPath = clean(newName);
      file.change = "added";
    } else if (newName === null && oldName !== null) {
      file.path = file.oldPath = clean(oldName);
      file.change = "removed";
    } else if (oldName !== null && newName !== null && file.change === "modified") {
      file.oldPath = clean(oldName);
      file.path = clean(newName);
      // Copies that patch tools keep beside a file are no renames.
      if (file.oldPath === `${file.path}.orig`) file.oldPath = file.path;
      else if (file.oldPath !== file.path && own) file.change = "renamed";
    }
    return KIND.header;
  }

  private inHeader(): number {
    const file = this.file!;
    if (this.begins("@@ -")) return this.beginHunk();
    const line = this.line(this.at);
    const rest = (word: string) => unquoted(line.slice(word.length));
    const mode = /^(old|new|deleted file|new file) mode (\d{1,7})/.exec(line);
    if (mode) {
      const [, of, value] = mode as unknown as [string, string, string];
      if (of === "deleted file") file.change = "removed";
      else if (of === "new file") file.change = "added";
      else file.modes = of === "old" ? [value, file.modes?.[1] ?? ""] : [file.modes?.[0] ?? "", value];
      return KIND.header;
    }
    if (line.startsWith("rename from ") || line.startsWith("copy from ")) {
      file.change = line.startsWith("copy") ? "copied" : "renamed";
      file.oldPath = rest(line.startsWith("copy") ? "copy from " : "rename from ");
      return KIND.header;
    }
    if (line.startsWith("rename to ") || line.startsWith("copy to ")) {
      file.path = rest(line.startsWith("copy") ? "copy to " : "rename to ");
      return KIND.header;
    }
    if (/^(?:index [0-9a-f]|similarity index|dissimilarity index|\+\+\+ |=====|--- )/.test(line)) return KIND.header;
    if (line.startsWith("GIT binary patch") || /^(?:Binary files|Files) .* differ$/.test(line)) {
      file.binary = true;
      if (line.startsWith("GIT")) this.heading = false;
      return KIND.header;
    }
    this.heading = false;
    return KIND.text;
  }

  private binaryLine(): number {
    const [, oldName = "", newName = ""] = /^(?:Binary files|Files) (.*) and (.*) differ$/.exec(this.line(this.at)) ?? [];
    const file = this.begin({ oldPath: oldName.replace(/^a\//, ""), path: (newName === "/dev/null" ? oldName : newName).replace(/^[ab]\//, "") });
    file.binary = true;
    file.change = oldName === "/dev/null" ? "added" : newName === "/dev/null" ? "removed" : "modified";
    return KIND.header;
  }

  private beginHunk(): number {
    const found = HUNK.exec(this.line(this.at));
    const [oldAt, oldCount, newAt, newCount] = found ? [found[1], found[2] ?? "1", found[3], found[4] ?? "1"].map(Number) : [];
    if (!found || Math.max(oldAt! + oldCount!, newAt! + newCount!) > MOST) {
      if (this.file) this.file.broken ??= { line: this.at + 1, why: "The head of this hunk cannot be read." };
      return KIND.text;
    }
    // A hunk that nothing names is still worth reading.
    const file = this.file ?? this.begin({ oldPath: "", path: "" });
    this.heading = false;
    this.hunk = { from: this.at, to: this.at, oldAt: oldAt!, newAt: newAt!, section: found[5]!.trim() };
    file.hunks.push(this.hunk);
    this.left = { old: oldCount!, new: newCount!, oldAt: oldAt!, newAt: newAt! };
    return KIND.hunk;
  }
}

function after(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
