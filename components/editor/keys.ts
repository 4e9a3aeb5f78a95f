import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";

/** Keys beside those that the text's own parts bring. */
export const Keys = Extension.create<{ onLink: () => void }>({
  name: "keys",
  priority: 300,
  addOptions: () => ({ onLink: () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        this.options.onLink();
        return true;
      },
      // Out of a callout, a table, a list or code, into a paragraph below it.
      "Mod-Enter": ({ editor }) => {
        const { selection } = editor.state;
        const at = selection.$to.depth ? selection.$to.after(1) : selection.to;
        return editor
          .chain()
          .insertContentAt(at, { type: "paragraph" })
          .setTextSelection(at + 1)
          .scrollIntoView()
          .run();
      },
    };
  },
  addProseMirrorPlugins() {
    let leaves = false;
    return [
      new Plugin({
        key: new PluginKey("leaving"),
        props: {
          handleDOMEvents: {
            // In lists, tables and code Tab has a meaning. After Escape it leads out of the text everywhere, as the help sheet says.
            keydown(_view, event) {
              if (event.key === "Tab" && leaves) return true;
              leaves = event.key === "Escape" || (leaves && event.key === "Shift");
              return false;
            },
            blur() {
              leaves = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
