import {
  CirclePause,
  CirclePlay,
  Ellipsis,
  Eye,
  FolderOpen,
  History,
  Power,
  Settings,
  Undo2,
} from 'lucide-react';
import type { JSX } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { Button } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu-button.tsx';
import { MenuButton } from '../../components/menu-button.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { text } from '../../text.ts';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

const PAUSES = ['hour', 'tomorrow', 'resumed'] as const;

/** What has happened, what would happen, and the way back. */
function lookItems(undoable: AppSnapshot['undoable'], act: Act): readonly MenuItem[] {
  return [
    { label: text.preview, icon: Eye, onSelect: () => void act('app.openWindow', 'preview') },
    { label: text.history, icon: History, onSelect: () => void act('app.openWindow', 'history') },
    {
      label: text.undoLast,
      icon: Undo2,
      inert: undoable === null,
      onSelect: () => void act('app.openItem', { window: 'history', path: null, undo: true }),
    },
  ];
}

function quitItem({ quitAllowed }: AppSnapshot, act: Act): readonly MenuItem[] {
  return quitAllowed ? [{ label: text.quit, icon: Power, onSelect: () => void act('app.quit', null) }] : [];
}

function menuItems(snapshot: AppSnapshot, act: Act): readonly MenuItem[] {
  const { connection, paused, undoable } = snapshot;
  const quit = quitItem(snapshot, act);
  if (connection === null) return quit;
  const resume: MenuItem = {
    label: text.resume,
    icon: CirclePlay,
    onSelect: () => void act('sync.resume', null),
  };
  const pauses = PAUSES.map(
    (length): MenuItem => ({
      label: text.pauseFor[length],
      icon: CirclePause,
      onSelect: () => void act('sync.pause', length),
    }),
  );
  return [...lookItems(undoable, act), ...(paused ? [resume] : pauses), ...quit];
}

/** The ways out of the popup. */
export function PopupFooter({ snapshot, act }: Props): JSX.Element {
  const more = menuItems(snapshot, act);
  return (
    <footer className="popup-footer">
      {snapshot.connection !== null && (
        <Button kind="quiet" onClick={() => void act('app.openFolder', null)}>
          <FolderOpen aria-hidden="true" />
          {text.openFolder}
        </Button>
      )}
      <Button kind="quiet" onClick={() => void act('app.openWindow', 'settings')}>
        <Settings aria-hidden="true" />
        {text.settings}
      </Button>
      {more.length > 0 && <MenuButton label={text.more} icon={Ellipsis} items={more} />}
    </footer>
  );
}
