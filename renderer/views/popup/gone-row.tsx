import { FileX } from 'lucide-react';
import type { JSX } from 'react';
import { useId } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';

/** An item that GIIP no longer has: the person says whether it stays here only or goes up again. */
export function GoneRow({ path, act }: { readonly path: ItemPath; readonly act: Act }): JSX.Element {
  const id = useId();
  const decide = (decision: 'keep' | 'send') => () => void act('gone.decide', { path, decision });
  return (
    <>
      <FileX className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={path} id={id} />
        <div className="row-actions">
          <Button aria-describedby={id} onClick={decide('keep')}>
            {text.gone.keep}
          </Button>
          <Button aria-describedby={id} onClick={decide('send')}>
            {text.gone.send}
          </Button>
        </div>
      </div>
    </>
  );
}
