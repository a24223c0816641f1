import type { ReactNode } from 'react';
import { Component } from 'react';
import { text } from '../text.ts';
import { Button } from './button.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Says plainly that this window broke, instead of a blank one. Syncing runs in another process and goes on. */
export class CrashNotice extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="crash">
        <h1>{text.crash.title}</h1>
        <p>{text.crash.body}</p>
        <Button kind="primary" onClick={() => location.reload()}>
          {text.crash.reload}
        </Button>
      </main>
    );
  }
}
