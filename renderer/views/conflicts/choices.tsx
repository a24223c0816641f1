import type { JSX, RefObject } from 'react';
import { useId } from 'react';
import type { ConflictDecision } from '../../../shared/model/conflict.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import type { Draft } from './draft.ts';
import { type Block, saveState } from './outcome.ts';

interface Props {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onDecide: (decision: ConflictDecision) => void;
  readonly onSave: () => void;
  readonly saveButton: RefObject<HTMLButtonElement | null>;
}

function blockWords(block: Block): string {
  switch (block.code) {
    case 'undecided':
      return conflictText.blockUndecided(block.amount, block.what);
    case 'not-json':
      return conflictText.blockNotJson;
    case 'unconfirmed':
      return conflictText.blockConfirm;
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly inert: boolean;
  readonly kind?: 'primary' | 'plain';
  readonly button?: RefObject<HTMLButtonElement | null>;
  readonly onClick: () => void;
}

function Choice({ label, hint, inert, kind = 'plain', button, onClick }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div className={kind === 'primary' ? 'choice choice-save' : 'choice'}>
      <Button ref={button ?? null} kind={kind} inert={inert} aria-describedby={id} onClick={onClick}>
        {label}
      </Button>
      <p id={id}>{hint}</p>
    </div>
  );
}

/** One side, both, or the result: each with what it comes to. A result that cannot be saved says why. */
export function Choices({ draft, busy, onDecide, onSave, saveButton }: Props): JSX.Element {
  const { texts } = draft;
  const save = saveState(draft);
  const canKeepBoth = texts.local !== null && texts.remote !== null;
  return (
    <footer className="choices">
      <Choice
        label={conflictText.useMine}
        hint={conflictText.mineHint(texts)}
        inert={busy}
        onClick={() => onDecide({ take: 'mine' })}
      />
      <Choice
        label={conflictText.useGiip}
        hint={conflictText.giipHint(texts)}
        inert={busy}
        onClick={() => onDecide({ take: 'server' })}
      />
      <Choice
        label={conflictText.keepBoth}
        hint={canKeepBoth ? conflictText.bothHint : conflictText.bothImpossible}
        inert={busy || !canKeepBoth}
        onClick={() => onDecide({ take: 'both' })}
      />
      <Choice
        kind="primary"
        button={saveButton}
        label={conflictText.save}
        hint={'block' in save ? blockWords(save.block) : conflictText.saveHint}
        inert={busy || 'block' in save}
        onClick={onSave}
      />
    </footer>
  );
}
