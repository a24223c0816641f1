import type { LucideIcon } from 'lucide-react';
import { Ban, FilePen, FilePlus, FileX, Hand } from 'lucide-react';
import type { JSX } from 'react';
import { PathName } from '../../components/path-name.tsx';

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
}

/** An item with what is to be said about it. */
export function ItemRow({ path, sign, note }: Props): JSX.Element {
  const Icon = SIGNS[sign];
  return (
    <>
      <Icon className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={path} />
        {note !== null && <p className="row-note">{note}</p>}
      </div>
    </>
  );
}
