import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { JSX } from 'react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { codePane } from './code-pane.ts';
import { setEditorState } from './set-editor-state.ts';

interface Props {
  readonly text: string;
  readonly label: string;
  readonly extension?: Extension;
  /** A place to bring into view. */
  readonly reveal?: number | null;
}

const NONE: Extension = [];

/** A text to read, with line numbers. A cursor can walk through it, so that a screen reader and the keyboard reach it all. */
export function CodeView({ text, label, extension = NONE, reveal = null }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const extensions = useMemo(
    () => [
      codePane(label),
      lineNumbers(),
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
      extension,
    ],
    [label, extension],
  );
  const state = useMemo(() => EditorState.create({ doc: text, extensions }), [text, extensions]);

  const latest = useRef(state);
  latest.current = state;

  useLayoutEffect(() => {
    if (place.current === null) return;
    // Not empty at first: the leave for its style sheet comes with the state.
    const made = new EditorView({ parent: place.current, state: latest.current });
    view.current = made;
    return () => made.destroy();
  }, []);
  useLayoutEffect(() => setEditorState(view.current, state), [state]);
  useLayoutEffect(() => {
    if (reveal === null) return;
    const at = Math.min(reveal, state.doc.length);
    view.current?.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  }, [reveal, state]);
  return <div ref={place} className="code" />;
}
