import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** A key (a string in front of a colon), a string, a number, a word of JSON. */
const TOKENS = /("(?:[^"\\]|\\.)*")(?=\s*:)|("(?:[^"\\]|\\.)*"?)|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;
const CLASSES = ['json-key', 'json-string', 'json-number', 'json-word'];

const marks = CLASSES.map((name) => Decoration.mark({ class: name }));

const matcher = new MatchDecorator({
  regexp: TOKENS,
  decoration: ([, ...groups]) => marks[groups.findIndex((group) => group !== undefined)] ?? null,
});

/** Colours for JSON by our own style sheet; a line at a time is enough, since no JSON token spans two. */
export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
