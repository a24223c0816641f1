import type { JSX } from 'react';
import type { VersionText } from '../../../shared/model/history.ts';
import { sectionOf } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { historyText } from '../../history-text.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { TextComparison } from '../why/text-comparison.tsx';
import { KeyTable } from './key-table.tsx';
import type { PuttingBack } from './use-putting-back.ts';

interface Props {
  readonly id: string;
  readonly fresh: string;
  readonly puttingBack: PuttingBack;
}

/** The version beside the file as it is now; alone where there is nothing to compare. */
function Beside({ shown: { text, now } }: { readonly shown: VersionText }): JSX.Element {
  if (now === null || now === text) {
    return (
      <>
        <p className="detail-note">{now === null ? historyText.versions.gone : historyText.versions.same}</p>
        <PlainText text={text} />
      </>
    );
  }
  return (
    <TextComparison
      label={historyText.versions.compared}
      from={text}
      fromName={historyText.keys.before}
      to={now}
      toName={historyText.keys.now}
    />
  );
}

function Loaded({ shown, puttingBack }: Pick<Props, 'puttingBack'> & { readonly shown: VersionText }) {
  const { version, text, now } = shown;
  const { path, id } = version;
  const restore = (): void => void puttingBack.act('history.restore', { path, version: id });
  return (
    <>
      <div className="detail-actions">
        <Button kind="primary" inert={puttingBack.busy || now === text} onClick={restore}>
          {historyText.versions.restore}
        </Button>
      </div>
      {sectionOf(path) === 'config' && now !== null && now !== text && (
        <KeyTable path={path} version={id} text={text} now={now} puttingBack={puttingBack} />
      )}
      <Beside shown={shown} />
    </>
  );
}

/** One kept version: what restoring it would change, and restoring it whole or key by key. */
export function VersionPane({ id, fresh, puttingBack }: Props): JSX.Element {
  const { value: shown, error } = useLoaded('history.text', id, fresh);
  return (
    <section
      className="version"
      aria-label={shown === null ? undefined : historyText.versions.at(shown.version.time)}
    >
      <FailureNotice error={error} />
      {shown === null && error === null && <p className="detail-note">{historyText.loading}</p>}
      {shown !== null && <Loaded shown={shown} puttingBack={puttingBack} />}
    </section>
  );
}
