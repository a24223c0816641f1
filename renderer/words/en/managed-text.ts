/** The words about what the machine's policy decides. */
export const managedText = {
  title: 'Managed by your organisation',
  body: 'Your administrator decided these for this computer. They cannot be changed here.',
  list: 'Managed settings',
  by: (source: string) => `Managed by your organisation (${source})`,
  source: (source: string) => `Set in ${source}`,
  problems: 'Not used',
  problemsBody: 'These are in the policy of this computer and cannot be used. Tell your administrator.',
  problem: (key: string, source: string) => (key === '' ? source : `${key} (${source})`),
  token: 'Your organisation provides the Agent Token.',
};

/** What a language must have of it. */
export type ManagedText = typeof managedText;
