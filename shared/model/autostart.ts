/** Whether the program starts with the session, as the operating system says now. */
export type AutostartState =
  | { readonly is: 'on' | 'off' }
  /** There is an entry, but it was switched off where the operating system lets a person do that. */
  | { readonly is: 'switchedOff'; readonly where: 'windows' | 'macos' }
  /** The administrator's entry for every user; only the operating system's own settings switch it off. */
  | { readonly is: 'onForEverybody' }
  /** There is an entry, but it starts something else or nothing. `program`: what it names. */
  | { readonly is: 'broken'; readonly program: string };
