import type { Extension } from '@codemirror/state';
import type { JSX, ReactNode } from 'react';
import { useId, useMemo } from 'react';
import type { KeyDifference } from '../../../shared/merge/key-difference.ts';
import { plainText } from '../../../shared/merge/meaning.ts';
import type { TextHunk } from '../../../shared/merge/text-hunk.ts';
import type { ConflictTexts, Side } from '../../../shared/model/conflict.ts';
import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import { conflictText } from '../../conflict-text.ts';
import { useNow } from '../../hooks/use-now.ts';
import { CodeView } from './code-view.tsx';
import { jsonColours } from './json-colours.ts';
import { keyMarks } from './key-marks.ts';
import { sideDecorations } from './side-decorations.ts';
import { type SideMarks, sideMarks, wordMarks } from './side-marks.ts';

const NO_COLOURS: Extension = [];

function coloursOf(path: ItemPath): Extension {
  return sectionOf(path) === 'config' ? jsonColours : NO_COLOURS;
}

interface PanelProps {
  readonly title: string;
  readonly who: string | null;
  readonly children: ReactNode;
}

/** A titled part of the window. */
function Panel({ title, who, children }: PanelProps): JSX.Element {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-header">
        <h2 id={id}>{title}</h2>
        {who !== null && <span className="panel-who">{who}</span>}
      </header>
      {children}
    </section>
  );
}

/** What the two texts were compared by: nothing, where only their words can be. */
export interface Compared {
  readonly hunks: readonly TextHunk[] | null;
  readonly keys: readonly KeyDifference[] | null;
}

function marksOf({ local, remote }: ConflictTexts, { hunks, keys }: Compared, side: Side): SideMarks | null {
  if (hunks !== null) return sideMarks(hunks, side);
  if (keys !== null) return { parts: [], words: keyMarks((side === 'mine' ? local : remote) ?? '', keys) };
  if (local === null || remote === null) return null;
  return { parts: [], words: wordMarks(plainText(local), plainText(remote))[side] };
}

interface SideProps extends Compared {
  readonly texts: ConflictTexts;
  readonly active: number | null;
  readonly side: Side;
}

/** One side as it stands, with what the other one lacks marked; a side that does not exist says so. */
function SidePanel({ texts, hunks, keys, active, side }: SideProps): JSX.Element {
  const now = useNow(30_000);
  const isMine = side === 'mine';
  const text = isMine ? texts.local : texts.remote;
  const title = isMine ? conflictText.here : conflictText.giip;
  const { changedHere, heardAt } = texts;
  const mine = changedHere === null ? null : conflictText.you(changedHere, now);
  const marks = useMemo(() => marksOf(texts, { hunks, keys }, side), [texts, hunks, keys, side]);
  const extension = useMemo((): Extension => {
    const colours = coloursOf(texts.path);
    return marks === null ? colours : [colours, sideDecorations(plainText(text ?? ''), marks)];
  }, [texts.path, text, marks]);
  const reveal = active === null ? null : (marks?.parts.find(({ index }) => index === active)?.from ?? null);
  return (
    <Panel title={title} who={isMine ? mine : conflictText.heard(heardAt, now)}>
      {text === null ? (
        <p className="panel-absent">{isMine ? conflictText.absentHere(texts) : conflictText.absentGiip}</p>
      ) : (
        <CodeView text={plainText(text)} label={title} extension={extension} reveal={reveal} />
      )}
    </Panel>
  );
}

interface Props extends Compared {
  readonly texts: ConflictTexts;
  /** The hunk that a person is at, to bring it into view on both sides. */
  readonly active: number | null;
  readonly withAncestor: boolean;
}

/** Both sides, and between them on demand the text that both started from. */
export function Sides({ texts, withAncestor, ...rest }: Props): JSX.Element {
  return (
    <>
      <SidePanel texts={texts} side="mine" {...rest} />
      {withAncestor && texts.base !== null && (
        <Panel title={conflictText.ancestor} who={null}>
          <CodeView
            text={plainText(texts.base)}
            label={conflictText.ancestor}
            extension={coloursOf(texts.path)}
          />
        </Panel>
      )}
      <SidePanel texts={texts} side="server" {...rest} />
    </>
  );
}
