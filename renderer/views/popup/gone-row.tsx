import { FileX } from 'lucide-react';
import type { JSX } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';

/** An item that GIIP no longer has: the person says whether it stays here only or goes up again. */
export function GoneRow({ path, act }: { readonly path: ItemPath; readonly act: Act }): JSX.Element {
  const decide = (decision: 'keep' | 'send') => () => void act('gone.decide', { path, decision });
  return (
    <>
      <FileX className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={path} />
        <div className="row-actions">
          <Button aria-description={path} onClick={decide('keep')}>
            {text.gone.keep}
          </Button>
          <Button aria-description={path} onClick={decide('send')}>
            {text.gone.send}
          </Button>
        </div>
      </div>
    </>
  );
}
