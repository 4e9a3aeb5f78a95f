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
      // What lies at the end of the text cannot be left downwards otherwise.
      "Mod-Enter": ({ editor }) => editor.chain().exitCode().run() || editor.chain().createParagraphNear().focus().run(),
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
