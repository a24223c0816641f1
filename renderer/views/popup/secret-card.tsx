import { KeyRound } from 'lucide-react';
import type { JSX } from 'react';
import { useId } from 'react';
import type { HeldItem } from '../../../shared/model/change.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import type { Act } from '../../hooks/use-act.ts';
import { secretText } from '../../secret-text.ts';
import { type DecideSecret, SecretRow } from '../secrets/secret-row.tsx';

/** As many as the popup has room for; the conflict window has all of them. */
const MOST_ROWS = 3;

interface Props {
  readonly items: readonly HeldItem[];
  readonly act: Act;
}

/** Files that are not sent for the secrets in them: one card, however many there are. */
export function SecretCard({ items, act }: Props): JSX.Element {
  const id = useId();
  const decide: DecideSecret = (paths, decision) => void act('secret.decide', { paths, decision });
  const actions = items.length > 1 && (
    <>
      {items.length > MOST_ROWS && (
        <Button onClick={() => void act('app.openWindow', 'conflicts')}>
          {secretText.showAll(items.length)}
        </Button>
      )}
      <Button
        onClick={() =>
          decide(
            items.map(({ path }) => path),
            'keep',
          )
        }
      >
        {secretText.keepAll(items.length)}
      </Button>
    </>
  );
  return (
    <Card
      tone="warning"
      icon={KeyRound}
      title={secretText.title(items.length)}
      actions={actions || undefined}
    >
      <p id={id}>{secretText.body}</p>
      <ul className="list" aria-labelledby={id}>
        {items.slice(0, MOST_ROWS).map((item) => (
          <li key={item.path} className="row">
            <SecretRow item={item} decide={decide} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
