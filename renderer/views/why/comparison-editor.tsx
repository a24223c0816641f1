import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { JSX } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { plainText } from '../../../shared/merge/meaning.ts';
import { Button } from '../../components/button.tsx';
import { compareText } from '../../history-text.ts';

/** What is compared, and what the two texts are called. */
export interface ComparisonProps {
  readonly label: string;
  /** Lines that only this one has are marked with −. */
  readonly from: string;
  readonly fromName: string;
  /** Lines that only this one has are marked with +. */
  readonly to: string;
  readonly toName: string;
}

const FOLD = { margin: 2, minSize: 4 };
/** Nothing is folded in a text of so few lines. */
const SHORT = 8;

// The page's policy lets in styles with its nonce only.
const nonce = (): string => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

function extensions(from: string, label: string, folded: boolean): Extension {
  return [
    EditorView.cspNonce.of(nonce()),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    lineNumbers(),
    unifiedMergeView({
      original: from,
      mergeControls: false,
      gutter: true,
      syntaxHighlightDeletions: false,
      ...(folded ? { collapseUnchanged: FOLD } : {}),
    }),
  ];
}

/** Shows both texts in `parent`; answers how much differs of how much, and the way to end it. */
function showIn(parent: HTMLElement, { from, to, label }: ComparisonProps, folded: boolean) {
  const doc = plainText(to);
  const view = new EditorView({ parent, doc, extensions: extensions(plainText(from), label, folded) });
  const places = getChunks(view.state)?.chunks.length ?? 0;
  return { places, lines: view.state.doc.lines, end: () => view.destroy() };
}

/** A read-only comparison of two texts; line ends and byte-order marks do not count. */
export function ComparisonEditor(props: ComparisonProps): JSX.Element {
  const { label, from, fromName, to, toName } = props;
  const id = useId();
  const parent = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState({ places: 0, lines: 0 });
  useEffect(() => {
    if (parent.current === null) return;
    const { end, ...found } = showIn(parent.current, { label, from, fromName, to, toName }, !all);
    setShown(found);
    return end;
  }, [all, label, from, fromName, to, toName]);
  return (
    <figure className="comparison" aria-labelledby={id}>
      <figcaption id={id} className="comparison-header">
        <span className="legend legend-from">{fromName}</span>
        <span className="legend legend-to">{toName}</span>
        <span className="comparison-tools">
          {shown.places === 0 ? compareText.equal : compareText.lines(shown.places)}
          {shown.places > 0 && shown.lines > SHORT && (
            <Button kind="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
              {compareText.showAll}
            </Button>
          )}
        </span>
      </figcaption>
      <div ref={parent} className="comparison-text" />
    </figure>
  );
}
