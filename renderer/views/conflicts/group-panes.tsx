import type { JSX } from 'react';
import { useState } from 'react';
import type { HeldItem } from '../../../shared/model/change.ts';
import type { ItemPath, Rejected } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { secretText } from '../../secret-text.ts';
import { text } from '../../text.ts';
import { reasonCounts } from '../popup/reason-counts.ts';
import { bySecrets } from '../secrets/secret-items.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SecretPane } from './secret-pane.tsx';
import type { Settling } from './use-settling.ts';

interface HeldProps {
  /** What is looked at: one item, or those that are selected. */
  readonly items: readonly HeldItem[];
  /** Everything that is held. */
  readonly all: readonly HeldItem[];
  readonly settling: Settling;
}

/** What is held, by the way in which it is decided: what the brakes hold, and secrets. */
export function HeldPane({ items, all, settling }: HeldProps): JSX.Element {
  const { braked, secret } = bySecrets(items);
  return (
    <>
      {braked.length > 0 && <BrakedPane items={braked} all={bySecrets(all).braked} settling={settling} />}
      {secret.length > 0 && <SecretPane items={secret} decide={settling.decideSecret} />}
    </>
  );
}

/** Why items are held, with counts, and the way on: for these, or for all of them. */
function BrakedPane({ items, all, settling }: HeldProps): JSX.Element {
  const [asked, setAsked] = useState<readonly HeldItem[] | null>(null);
  const goOn = (): void => {
    if (asked === null) return;
    void settling.approve(asked.length === all.length ? null : asked.map(({ path }) => path));
    setAsked(null);
  };
  return (
    <div className="note">
      {reasonCounts(items).map(({ reason, amount }) => (
        <p key={reason.code}>{items.length === 1 ? reasonWords(reason) : text.held.reason(amount, reason)}</p>
      ))}
      <p className="note-soft">{text.held.body}</p>
      <div className="note-actions">
        <Button kind="primary" onClick={() => setAsked(items)}>
          {conflictText.goOn(items.length)}
        </Button>
        {all.length > items.length && (
          <Button onClick={() => setAsked(all)}>{conflictText.goOn(all.length)}</Button>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={conflictText.goOnTitle(asked.length)}
          lines={reasonCounts(asked).map(({ reason, amount }) => text.held.consequence(reason.code, amount))}
          yes={text.held.confirm(asked.length)}
          no={text.held.notYet}
          onYes={goOn}
          onNo={() => setAsked(null)}
        />
      )}
    </div>
  );
}

interface GoneProps {
  readonly paths: readonly ItemPath[];
  readonly settling: Settling;
}

/** Items that GIIP no longer has: they stay here only, or go up again. */
export function GonePane({ paths, settling }: GoneProps): JSX.Element {
  const busy = settling.busy.size > 0;
  return (
    <div className="note">
      <p>{reasonWords({ code: 'gone-on-giip' })}</p>
      <div className="note-actions">
        <Button inert={busy} onClick={() => void settling.decideGone(paths, 'keep')}>
          {text.gone.keep}
        </Button>
        <Button inert={busy} onClick={() => void settling.decideGone(paths, 'send')}>
          {text.gone.send}
        </Button>
      </div>
    </div>
  );
}

interface RejectedProps {
  readonly rejected: Rejected;
  readonly settling: Settling;
}

/**
 * An item that cannot be synced, with the sentence that says why: nothing can be decided here, only mended. What a
 * person keeps here for its secrets can be asked about again.
 */
export function RejectedPane({ rejected, settling }: RejectedProps): JSX.Element {
  if (rejected.kept)
    return (
      <div className="note">
        <p>{reasonWords({ code: 'kept-secret' })}</p>
        <div className="note-actions">
          <Button onClick={() => settling.decideSecret([rejected.path], 'ask')}>{secretText.ask}</Button>
        </div>
      </div>
    );
  return (
    <div className="note">
      <p>{rejected.reason}</p>
      <p className="note-soft">{conflictText.rejectedBody}</p>
    </div>
  );
}
