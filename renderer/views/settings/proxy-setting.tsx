import { type JSX, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useManaged } from '../../hooks/use-managed.ts';
import { networkText as words } from '../../network-text.ts';
import { SelectSetting } from './select-setting.tsx';

const CHOICES = ['system', 'direct', 'own'] as const;
type Choice = (typeof CHOICES)[number];
/** As the settings have it; what stands before an @ would be a user name. */
const ADDRESS = /^(https?|socks5):\/\/[^\s@/?#]+\/?$/;

interface Props {
  readonly proxy: string;
  readonly onProxy: (proxy: string) => void;
}

/** Which proxy leads to GIIP. */
export function ProxySetting({ proxy, onProxy }: Props): JSX.Element {
  const isManaged = useManaged('proxy') !== null;
  const set: Choice = proxy === 'system' || proxy === 'direct' ? proxy : 'own';
  const [isOwn, setOwn] = useState(false);
  const choice = isOwn ? 'own' : set;
  const choose = (next: Choice): void => {
    setOwn(next === 'own');
    if (next !== 'own') onProxy(next);
  };
  return (
    <>
      <SelectSetting
        label={words.proxy}
        hint={words.proxyHint}
        value={choice}
        choices={CHOICES}
        option={(each) => words.choices[each]}
        onChange={choose}
        policyKey="proxy"
      />
      {choice === 'own' && !isManaged && (
        <Address key={proxy} proxy={set === 'own' ? proxy : ''} onProxy={onProxy} />
      )}
    </>
  );
}

function Address({ proxy, onProxy }: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState(proxy);
  const [isWrong, setWrong] = useState(false);
  const use = (): void => {
    const isAddress = ADDRESS.test(address.trim());
    setWrong(!isAddress);
    if (isAddress) onProxy(address.trim());
    else input.current?.focus();
  };
  return (
    <form
      className="setting-form"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <TextField
        label={words.address}
        hint={words.addressHint}
        problem={isWrong ? words.addressProblem : null}
        value={address}
        inputRef={input}
        onValue={setAddress}
        extra={<Button type="submit">{words.use}</Button>}
      />
    </form>
  );
}
