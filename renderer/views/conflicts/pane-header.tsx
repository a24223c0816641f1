import { ChevronDown, ChevronUp, Keyboard } from 'lucide-react';
import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { conflictText } from '../../conflict-text.ts';
import { KeyboardDialog } from './keyboard-dialog.tsx';

interface Props {
  readonly path: ItemPath;
  /** Null where there is no other conflict. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
}

/** The path as the heading, and the way to the other conflicts. The focus is on it when another item was opened. */
export function PaneHeader({ path, onNext, onPrevious }: Props): JSX.Element {
  const [helps, setHelps] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) heading.current?.focus();
    shown.current = path;
  }, [path]);
  const moves = [
    { label: conflictText.previous, icon: ChevronUp, go: onPrevious },
    { label: conflictText.next, icon: ChevronDown, go: onNext },
  ];
  return (
    <header className="pane-header">
      <h1 ref={heading} tabIndex={-1} aria-label={path}>
        <PathName path={path} />
      </h1>
      <Button kind="quiet" onClick={() => setHelps(true)}>
        <Keyboard aria-hidden="true" />
        {conflictText.keyboard}
      </Button>
      {moves.map(({ label, icon, go }) => (
        <IconButton
          key={label}
          kind="quiet"
          label={label}
          icon={icon}
          inert={go === null}
          onClick={() => go?.()}
        />
      ))}
      {helps && <KeyboardDialog onClose={() => setHelps(false)} />}
    </header>
  );
}
