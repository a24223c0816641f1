import type { JSX } from 'react';
import { useCallback, useId, useState } from 'react';
import type { SupportPreview } from '../../../shared/model/support.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { useAct } from '../../hooks/use-act.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { supportText } from '../../support-text.ts';
import { BundleFiles } from './bundle-files.tsx';
import { BundleText } from './bundle-text.tsx';

function Bundle({ preview }: { readonly preview: SupportPreview }): JSX.Element {
  const [chosen, setChosen] = useState('');
  const { id, files } = preview;
  // A file may be gone from the next bundle; the manifest is in each.
  const selected = files.find(({ name }) => name === chosen)?.name ?? files[0]?.name ?? '';
  return (
    <div className="bundle">
      <BundleFiles files={files} selected={selected} onSelect={setChosen} />
      <BundleText id={id} name={selected} />
    </div>
  );
}

interface NamesProps {
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}

function NamesChoice({ shown, onChange }: NamesProps): JSX.Element {
  const id = useId();
  return (
    <div className="bundle-names">
      <input
        type="checkbox"
        id={id}
        aria-describedby={`${id}-note`}
        checked={shown}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{supportText.names}</label>
        <p className="field-note" id={`${id}-note`}>
          {supportText.namesHint}
        </p>
      </div>
    </div>
  );
}

/** The window that makes a support bundle: all of it is shown before it is saved, and what is shown is what is saved. */
export function SupportView(): JSX.Element {
  const api = useApi();
  const { act, busy, error: actError } = useAct();
  const [showNames, setShowNames] = useState(false);
  const [times, setTimes] = useState(0);
  const [said, setSaid] = useState('');
  const { value: preview, error, loading } = useLoaded('support.preview', { fileNames: showNames }, times);
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  const collect = (shown: boolean): void => {
    setSaid('');
    setShowNames(shown);
    setTimes(times + 1);
  };
  const save = async (id: number): Promise<void> => {
    const answer = await act('support.save', id);
    setSaid(answer.ok && answer.value !== null ? supportText.saved(answer.value) : '');
  };
  return (
    <main className="page support" aria-busy={loading}>
      <header className="page-header">
        <h1>{supportText.title}</h1>
        <WhichConnection />
        <p>{supportText.intro}</p>
        <p>{supportText.without}</p>
      </header>
      <NamesChoice shown={showNames} onChange={collect} />
      <FailureNotice error={error ?? actError} />
      <output className="bundle-sum">
        {loading || preview === null
          ? supportText.collecting
          : supportText.size(preview.files.length, preview.bytes)}
      </output>
      {preview !== null && <Bundle preview={preview} />}
      <div className="form-actions plan-actions">
        <Button
          kind="primary"
          inert={loading || preview === null || busy !== null}
          onClick={() => void (preview && save(preview.id))}
        >
          {supportText.save}
        </Button>
        <Button inert={loading} onClick={() => collect(showNames)}>
          {supportText.again}
        </Button>
        <output className="answer">{said}</output>
      </div>
    </main>
  );
}
