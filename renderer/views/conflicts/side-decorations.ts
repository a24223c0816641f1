import { type Extension, type Range, Text } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { SideMarks } from './side-marks.ts';

function lineMarks(doc: Text, { parts }: SideMarks): readonly Range<Decoration>[] {
  return parts.flatMap(({ kind, from, to }) => {
    const lines: Range<Decoration>[] = [];
    const mark = Decoration.line({ class: `side-line side-line-${kind}` });
    for (let at = from; at < Math.min(to, doc.length + 1); at = doc.lineAt(at).to + 1)
      lines.push(mark.range(doc.lineAt(at).from));
    return lines;
  });
}

/** Marks of one side: changed lines, and inside them the words that the other side lacks. */
export function sideDecorations(text: string, marks: SideMarks): Extension {
  const doc = Text.of(text.split('\n'));
  const word = Decoration.mark({ tagName: 'mark', class: 'side-word' });
  const words = marks.words
    .map(({ from, to }) => ({ from, to: Math.min(to, doc.length) }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => word.range(from, to));
  return EditorView.decorations.of(Decoration.set([...lineMarks(doc, marks), ...words], true));
}
