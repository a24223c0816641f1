import { Eye, EyeOff, KeyRound } from 'lucide-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useManaged } from '../../hooks/use-managed.ts';
import { managedText } from '../../managed-text.ts';
import { setupText } from '../../setup-text.ts';
import type { SetupForm } from './use-setup-form.ts';

/** The token: typed, hidden unless asked to be shown; or taken from a file, and then it is never in this window. */
export function TokenField({ form }: { readonly form: SetupForm }): JSX.Element {
  const [shown, setShown] = useState(false);
  const isProvided = useManaged('tokenFile', 'tokenCommand') !== null;
  const { candidate, token } = form.values;
  if (isProvided)
    return (
      <div className="field">
        <span className="field-label">{setupText.token}</span>
        <p className="field-note">{managedText.token}</p>
        {form.problems.token !== null && <p className="field-note field-problem">{form.problems.token}</p>}
      </div>
    );
  if (candidate !== null) {
    return (
      <div className="field">
        <span className="field-label">{setupText.token}</span>
        <div className="field-line token-from">
          <KeyRound aria-hidden="true" />
          <span className="token-file">{setupText.tokenFrom(candidate.file)}</span>
          <Button onClick={() => form.pickCandidate(null)}>{setupText.otherToken}</Button>
        </div>
        {form.problems.token !== null && <p className="field-note field-problem">{form.problems.token}</p>}
      </div>
    );
  }
  const label = shown ? setupText.hideToken : setupText.showToken;
  const toggle = <IconButton label={label} icon={shown ? EyeOff : Eye} onClick={() => setShown(!shown)} />;
  return (
    <TextField
      label={setupText.token}
      hint={setupText.tokenHint}
      type={shown ? 'text' : 'password'}
      className="input-mono"
      value={token}
      problem={form.problems.token}
      inputRef={form.inputs.token}
      onValue={(value) => form.set('token', value)}
      onBlur={() => form.check('token')}
      extra={toggle}
    />
  );
}
