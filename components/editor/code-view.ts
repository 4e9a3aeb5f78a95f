import CodeBlock from "@tiptap/extension-code-block";
import { LANGUAGES } from "../../lib/writing/words";

/** Code with its language at its head. */
export const CodeView = CodeBlock.extend({
  addNodeView() {
    return ({ node, editor, getPos }) => {
      let shown = node;
      const dom = document.createElement("div");
      dom.className = "code";
      const choice = document.createElement("select");
      choice.setAttribute("aria-label", "Language of the code");
      choice.contentEditable = "false";
      for (const [value, words] of [["", "Plain text"], ...Object.entries(LANGUAGES)] as const) choice.append(new Option(words, value));
      const pre = document.createElement("pre");
      const contentDOM = document.createElement("code");
      pre.append(contentDOM);
      dom.append(choice, pre);
      const draw = () => {
        const language = String(shown.attrs.language ?? "");
        if (language && !(language in LANGUAGES)) choice.append(new Option(language, language));
        choice.value = language;
        choice.disabled = !editor.isEditable;
      };
      draw();
      choice.addEventListener("change", () => {
        const at = getPos();
        if (at === undefined) return;
        editor.view.dispatch(editor.state.tr.setNodeAttribute(at, "language", choice.value || null));
        editor.commands.focus(at + 1);
      });
      editor.on("update", draw);
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== shown.type) return false;
          shown = next;
          draw();
          return true;
        },
        stopEvent: (event) => event.target === choice,
        ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target),
        destroy: () => void editor.off("update", draw),
      };
    };
  },
}).configure({ languageClassPrefix: "language-", exitOnTripleEnter: true, exitOnArrowDown: true });
