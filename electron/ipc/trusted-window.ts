import type { BrowserWindow, IpcMainInvokeEvent, WebContents } from 'electron';

/** What tells a page of ours from any other sender. */
export interface Trust {
  /** The origin that our pages are served from, such as `app://name`. */
  readonly origin: string;
  /** The window of ours that shows these contents, or null. */
  readonly windowOf: (contents: WebContents) => BrowserWindow | null;
}

/**
 * The window that a call came from, or null when it must not be served. Has to run before anything is awaited:
 * `senderFrame` becomes null as soon as the frame navigates or dies.
 */
export function trustedWindow(event: IpcMainInvokeEvent, trust: Trust): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return null;
  if (frame.origin !== trust.origin) return null;
  return trust.windowOf(event.sender);
}
