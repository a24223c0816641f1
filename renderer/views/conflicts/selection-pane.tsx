import type { JSX } from 'react';
import { useState } from 'react';
import type { ConflictSummary, Side } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { kindWords } from '../../difference/conflict-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Settling } from './use-settling.ts';

type Take = Side | 'both';

interface Props {
  readonly conflicts: readonly ConflictSummary[];
  readonly settling: Settling;
  readonly onSettled: (paths: readonly ItemPath[]) => void;
}

const TAKES: readonly { readonly take: Take; readonly label: string }[] = [
  { take: 'mine', label: conflictText.useMine },
  { take: 'server', label: conflictText.useGiip },
  { take: 'both', label: conflictText.keepBoth },
];

function countsByKind(conflicts: readonly ConflictSummary[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { kind } of conflicts) {
    const { name } = kindWords(kind);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts];
}

/** One decision for all that is selected, after one question that names the numbers. */
export function SelectionPane({ conflicts, settling, onSettled }: Props): JSX.Element {
  const [asked, setAsked] = useState<Take | null>(null);
  const amount = conflicts.length;
  const settle = async (take: Take): Promise<void> => {
    setAsked(null);
    const items = conflicts.map(({ path, seen }) => ({ path, seen }));
    onSettled(await settling.settleMany(items, take));
  };
  return (
    <div className="note">
      <ul className="note-counts">
        {countsByKind(conflicts).map(([name, count]) => (
          <li key={name}>
            {name}: {count}
          </li>
        ))}
      </ul>
      <p className="note-soft">{conflictText.selectedBody}</p>
      <div className="note-actions">
        {TAKES.map(({ take, label }) => (
          <Button key={take} inert={settling.busy.size > 0} onClick={() => setAsked(take)}>
            {label}
          </Button>
        ))}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={conflictText.manyTitle(asked, amount)}
          lines={[conflictText.manyBody(asked, amount)]}
          yes={conflictText.askYes(asked)}
          no={conflictText.notYet}
          onYes={() => void settle(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </div>
  );
}

interface HeaderProps {
  readonly amount: number;
  readonly onClear: () => void;
}

/** What is selected, and the way out of it. */
export function SelectionHeader({ amount, onClear }: HeaderProps): JSX.Element {
  return (
    <header className="pane-header">
      <h1>{conflictText.selected(amount)}</h1>
      <Button kind="quiet" onClick={onClear}>
        {conflictText.clear}
      </Button>
    </header>
  );
}
