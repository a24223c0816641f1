import type { LucideIcon } from 'lucide-react';
import { Ban, FilePen, FilePlus, FileX, Hand } from 'lucide-react';
import type { JSX } from 'react';
import type { WhyAbout } from '../../../shared/ipc/contract.ts';
import { PathName } from '../../components/path-name.tsx';
import { Reasoned } from '../why/reasoned.tsx';

type Sign = 'new' | 'changed' | 'deleted' | 'held' | 'rejected';

const SIGNS: Readonly<Record<Sign, LucideIcon>> = {
  new: FilePlus,
  changed: FilePen,
  deleted: FileX,
  held: Hand,
  rejected: Ban,
};

interface Props {
  readonly path: string;
  readonly sign: Sign;
  readonly note: string | null;
  /** What "Why?" asks about; without it there is no more to say. */
  readonly about?: WhyAbout | null;
}

/** An item with what is to be said about it. */
export function ItemRow({ path, sign, note, about = null }: Props): JSX.Element {
  const Icon = SIGNS[sign];
  return (
    <>
      <Icon className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <Reasoned about={about} path={path}>
          <div className="row-text">
            <PathName path={path} />
            {note !== null && <p className="row-note">{note}</p>}
          </div>
        </Reasoned>
      </div>
    </>
  );
}
