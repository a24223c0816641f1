import { type JSX, useRef, useState } from 'react';
import type { ProxyUserState } from '../../../shared/model/network-state.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { networkText as words } from '../../network-text.ts';

interface Props {
  readonly user: ProxyUserState;
  readonly signIn: (user: { readonly name: string; readonly password: string }) => Promise<boolean>;
  readonly signOut: () => void;
}

/** User name and password for the proxy: they go in here and never come out again. */
export function ProxyUser({ user, signIn, signOut }: Props): JSX.Element {
  if (user === 'none') return <Entry signIn={signIn} />;
  return (
    <div className="setting">
      <p>{words.kept[user]}</p>
      <Button onClick={signOut}>{words.forget}</Button>
    </div>
  );
}

function Entry({ signIn }: Pick<Props, 'signIn'>): JSX.Element {
  const [nameInput, passwordInput] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const keep = async (): Promise<void> => {
    if (name === '') nameInput.current?.focus();
    else if (await signIn({ name, password })) setPassword('');
  };
  return (
    <form
      className="setting-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label={words.user}
        hint={words.userHint}
        problem={null}
        value={name}
        inputRef={nameInput}
        onValue={setName}
      />
      <TextField
        label={words.password}
        hint={words.passwordHint}
        problem={null}
        type="password"
        value={password}
        inputRef={passwordInput}
        onValue={setPassword}
      />
      <Button type="submit">{words.keep}</Button>
    </form>
  );
}
