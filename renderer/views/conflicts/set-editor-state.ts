import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Shows another state in the place of the present one, where it has been scrolled to. */
export function setEditorState(view: EditorView | null, state: EditorState): void {
  if (view === null || view.state === state) return;
  const { scrollDOM } = view;
  const { scrollTop } = scrollDOM;
  view.setState(state);
  scrollDOM.scrollTop = scrollTop;
}
