import type { JSX, ReactNode } from 'react';
import { useId, useState } from 'react';
import type { WhyAbout } from '../../../shared/ipc/contract.ts';
import { Button } from '../../components/button.tsx';
import { whyText } from '../../history-text.ts';
import { WhyPanel } from './why-panel.tsx';

interface Props {
  /** What is asked about; null where nothing more is known than what the row says. */
  readonly about: WhyAbout | null;
  readonly path: string;
  /** The reason in words. */
  readonly children: ReactNode;
}

/** A reason in words, and behind "Why?" what it was decided on. */
export function Reasoned({ about, path, children }: Props): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  if (about === null) return <>{children}</>;
  return (
    <>
      <div className="row-line">
        {children}
        <Button
          kind="quiet"
          className="why-ask"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-description={path}
          onClick={() => setOpen(!open)}
        >
          {whyText.ask}
        </Button>
      </div>
      {open && <WhyPanel about={about} id={id} path={path} />}
    </>
  );
}
