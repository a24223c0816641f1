import type { JSX } from 'react';
import { useCallback } from 'react';
import type { ConflictDecision, ConflictSummary, ConflictTexts } from '../../../shared/model/conflict.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { conflictText } from '../../conflict-text.ts';
import { ConflictEditor } from './conflict-editor.tsx';
import type { Drafts, DraftsAction } from './drafts.ts';
import { NewsLine } from './news-line.tsx';
import { useConflictTexts } from './use-conflict-texts.ts';
import type { Settling } from './use-settling.ts';

interface Props {
  readonly summary: ConflictSummary;
  readonly drafts: Drafts;
  readonly dispatch: (action: DraftsAction) => void;
  readonly settling: Settling;
  readonly onSettled: () => void;
}

/** One conflict that waits: its texts as they are now, and what a person makes of them. */
export function ConflictPane({ summary, drafts, dispatch, settling, onSettled }: Props): JSX.Element {
  const { path, seen } = summary;
  const onTexts = useCallback(
    (texts: ConflictTexts) => dispatch({ do: 'arrived', texts, now: Date.now() }),
    [dispatch],
  );
  const { error, reload } = useConflictTexts(path, seen, onTexts);
  const item = drafts.get(path);
  const decide = async (decision: ConflictDecision): Promise<void> => {
    if (item === undefined) return;
    if (await settling.settle(item.draft.texts, decision)) onSettled();
    else reload();
  };
  return (
    <>
      <FailureNotice error={error} />
      {item === undefined && error === null && <p className="pane-loading">{conflictText.loading}</p>}
      {item !== undefined && (
        <>
          <NewsLine news={item.news} onRead={() => dispatch({ do: 'newsRead', path })} />
          <ConflictEditor
            key={path}
            draft={item.draft}
            busy={settling.busy.size > 0}
            change={(action) => dispatch({ do: 'changed', path, action })}
            onDecide={(decision) => void decide(decision)}
          />
        </>
      )}
    </>
  );
}
