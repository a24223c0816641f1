import { KeyRound } from 'lucide-react';
import type { JSX } from 'react';
import type { Rejected } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { reasonWords } from '../../reason-words.ts';
import { secretText } from '../../secret-text.ts';

/** A file that the person keeps on this computer for its secrets, and the way to take that back. */
export function KeptRow({ item, act }: { readonly item: Rejected; readonly act: Act }): JSX.Element {
  const ask = (): void => void act('secret.decide', { paths: [item.path], decision: 'ask' });
  return (
    <>
      <KeyRound className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={item.path} />
        <p className="row-note">{reasonWords({ code: 'kept-secret' })}</p>
        <div className="row-actions">
          <Button aria-description={item.path} onClick={ask}>
            {secretText.ask}
          </Button>
        </div>
      </div>
    </>
  );
}
