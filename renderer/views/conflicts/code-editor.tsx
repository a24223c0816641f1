import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { JSX, RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { setEditorState } from './set-editor-state.ts';

interface Props {
  readonly state: EditorState;
  readonly onState: (state: EditorState) => void;
  /** For commands from outside: the view, while there is one. */
  readonly view: RefObject<EditorView | null>;
}

/** An editable text whose state lives outside, so that it outlasts the window's changes of view. */
export function CodeEditor({ state, onState, view }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ state, onState });
  latest.current = { state, onState };

  useLayoutEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      state: latest.current.state,
      parent: place.current,
      dispatchTransactions: (transactions, target) => {
        target.update(transactions);
        latest.current.onState(target.state);
      },
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [view]);
  useLayoutEffect(() => setEditorState(view.current, state), [state, view]);
  return <div ref={place} className="code" />;
}
