import { KeyRound } from 'lucide-react';
import type { JSX } from 'react';
import type { HeldItem } from '../../../shared/model/change.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SecretDecision } from '../../../shared/model/secret.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { secretText } from '../../secret-text.ts';
import { placeWords } from '../../secret-words.ts';

/** More places than this say nothing more. */
const MOST_PLACES = 5;

export type DecideSecret = (paths: readonly ItemPath[], decision: SecretDecision) => void;

/** Where a file holds secrets, the secrets themselves hidden, and what can become of it; what keeps them here comes first. */
export function SecretRow({
  item,
  decide,
}: {
  readonly item: HeldItem;
  readonly decide: DecideSecret;
}): JSX.Element {
  const { path, secrets = [] } = item;
  return (
    <>
      <KeyRound className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={path} />
        {secrets.slice(0, MOST_PLACES).map((place, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two secrets of one kind may stand on one line
          <p key={i} className="row-note">
            {placeWords(place)} <span aria-hidden="true">••••••••</span>
          </p>
        ))}
        <div className="row-actions">
          {(['keep', 'once', 'always'] as const).map((decision) => (
            <Button key={decision} aria-description={path} onClick={() => decide([path], decision)}>
              {secretText[decision]}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
