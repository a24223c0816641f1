import type { JSX } from 'react';
import type { WhyAbout } from '../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { ListSection } from '../../components/list-section.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { reasonWords } from '../../reason-words.ts';
import { text } from '../../text.ts';
import { bySecrets } from '../secrets/secret-items.ts';
import { ActivityRow } from '../why/activity-row.tsx';
import { ConflictRow } from './conflict-row.tsx';
import { GoneRow } from './gone-row.tsx';
import { ItemRow } from './item-row.tsx';
import { KeptRow } from './kept-row.tsx';
import { reasonCounts } from './reason-counts.ts';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

const byPath = ({ path }: { readonly path: string }): string => path;
const itself = (path: ItemPath): ItemPath => path;

/** The entry that says when and on what an item was held, while it is still in the list. */
function heldEvidence(path: ItemPath, activity: AppSnapshot['activity']): WhyAbout | null {
  const entry = activity.find((each) => each.kind === 'held' && each.path === path && each.hasEvidence);
  return entry === undefined ? null : { kind: 'activity', id: entry.id };
}

/** Every list of the overview; what needs a choice comes first, what is over comes last. */
export function Lists({ snapshot, act }: Props): JSX.Element {
  const { conflicts, pending, goneOnServer, deletedHere, rejected, activity } = snapshot;
  // Secrets are listed where they are decided, in their card.
  const held = bySecrets(snapshot.held).braked;
  // One reason for all is said by the card above the list.
  const mixed = reasonCounts(held).length > 1;
  return (
    <>
      <ListSection
        title={text.lists.held}
        items={held}
        keyOf={byPath}
        row={({ path, reason }) => (
          <ItemRow
            path={path}
            sign="held"
            note={mixed ? reasonWords(reason) : null}
            about={heldEvidence(path, activity)}
          />
        )}
      />
      <ListSection
        title={text.lists.conflicts}
        items={conflicts}
        keyOf={byPath}
        row={(conflict) => <ConflictRow conflict={conflict} act={act} />}
      />
      <ListSection
        title={text.lists.gone}
        note={reasonWords({ code: 'gone-on-giip' })}
        items={goneOnServer}
        keyOf={itself}
        row={(path) => <GoneRow path={path} act={act} />}
      />
      <ListSection
        title={text.lists.pending}
        items={pending}
        keyOf={byPath}
        row={({ path, change, reason }) => <ItemRow path={path} sign={change} note={reasonWords(reason)} />}
      />
      <ListSection
        title={text.lists.rejected}
        items={rejected}
        keyOf={byPath}
        row={(item) =>
          item.kept ? (
            <KeptRow item={item} act={act} />
          ) : (
            <ItemRow path={item.path} sign="rejected" note={item.reason} />
          )
        }
      />
      <ListSection
        title={text.lists.deletedHere}
        note={reasonWords({ code: 'deleted-here' })}
        items={deletedHere}
        keyOf={itself}
        row={(path) => <ItemRow path={path} sign="deleted" note={null} />}
      />
      <ListSection
        title={text.lists.activity}
        items={activity}
        keyOf={({ id }) => id}
        row={(entry) => <ActivityRow entry={entry} />}
      />
    </>
  );
}
