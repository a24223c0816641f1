import { type EditorState, type Range, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { conflictText } from '../../conflict-text.ts';
import type { Take } from './hunk-pieces.ts';
import { take } from './result-commands.ts';
import { type Change, changesOf, resultField } from './result-field.ts';

const TAKES: readonly Take[] = ['mine', 'server', 'both'];

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The line above a change: its number, its state in words, and what can be taken for it. */
class HunkBar extends WidgetType {
  constructor(
    private readonly change: Change,
    private readonly total: number,
    private readonly isActive: boolean,
  ) {
    super();
  }

  override eq(other: HunkBar): boolean {
    const { index, state, number, hunk } = this.change;
    const { change } = other;
    const isSame = index === change.index && state === change.state && number === change.number;
    return isSame && hunk === change.hunk && this.total === other.total && this.isActive === other.isActive;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { number, state, hunk } = this.change;
    const bar = element('div', `hunk-bar hunk-${state}${this.isActive ? ' hunk-active' : ''}`);
    const label = conflictText.hunkLabel(number + 1, this.total);
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', label);
    bar.append(
      element('span', 'hunk-number', label),
      element('span', 'hunk-state', conflictText.hunkState(state, hunk.kind)),
    );
    if (hunk.kind === 'overlap' || this.isActive) bar.append(...this.buttons(view));
    return bar;
  }

  private buttons(view: EditorView): readonly HTMLElement[] {
    const { index, hunk, state } = this.change;
    return TAKES.filter((choice) => choice !== 'both' || hunk.kind === 'overlap').map((choice) => {
      const button = element('button', 'hunk-button', conflictText.take[choice]);
      button.setAttribute('type', 'button');
      button.setAttribute('aria-pressed', String(state === choice));
      button.addEventListener('click', () => {
        view.dispatch(take(view.state, index, choice));
        view.focus();
      });
      return button;
    });
  }
}

function linesOf(state: EditorState, { from, to, state: how }: Change): readonly Range<Decoration>[] {
  const lines: Range<Decoration>[] = [];
  const mark = Decoration.line({ class: `hunk-line hunk-${how}` });
  for (let at = from; at < to; at = state.doc.lineAt(at).to + 1)
    lines.push(mark.range(state.doc.lineAt(at).from));
  return lines;
}

function decorationsOf(state: EditorState): DecorationSet {
  const changes = changesOf(state);
  const { active } = state.field(resultField);
  const all = changes.flatMap((change) => {
    const widget = new HunkBar(change, changes.length, change.index === active);
    const bar = Decoration.widget({ widget, block: true, side: -1 });
    return [bar.range(change.from), ...linesOf(state, change)];
  });
  return Decoration.set(all, true);
}

/** Marks every change in the result. A field, because decorations that take up lines may not come from a plug-in. */
export const hunkDecorations = StateField.define<DecorationSet>({
  create: decorationsOf,
  update: (known, { startState, state }) =>
    startState.field(resultField) === state.field(resultField) ? known : decorationsOf(state),
  provide: (field) => EditorView.decorations.from(field),
});
