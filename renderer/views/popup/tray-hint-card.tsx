import { Info } from 'lucide-react';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { text } from '../../text.ts';

/** Says once why there is a window instead of a tray icon; never again after "Understood". */
export function TrayHintCard(): JSX.Element | null {
  const api = useApi();
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    void api.call('settings.get', null).then((answer) => setSeen(!answer.ok || answer.value.trayHintSeen));
  }, [api]);
  if (seen) return null;
  const understood = (): void => {
    setSeen(true);
    void api.call('settings.update', { trayHintSeen: true });
  };
  const action = <Button onClick={understood}>{text.trayHint.understood}</Button>;
  return (
    <Card tone="quiet" icon={Info} title={text.trayHint.title} actions={action}>
      <p>{text.trayHint.body}</p>
    </Card>
  );
}
