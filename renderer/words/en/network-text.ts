/** The words of the network in the settings window. */
export const networkText = {
  title: 'Network',
  proxy: 'Proxy',
  proxyHint: 'How GIIP is reached. Addresses on this computer never go through a proxy.',
  choices: { system: 'As this computer says', direct: 'None', own: 'This one:' },
  address: 'Address of the proxy',
  addressHint: 'Such as http://proxy.example.com:8080; without user name and password.',
  addressProblem:
    'This is no address of a proxy. Give http://, https:// or socks5:// with a host, and no user name or password.',
  use: 'Use this proxy',
  now: 'In use',
  direct: 'Directly, without a proxy',
  sources: {
    setting: (proxy: string) => proxy,
    environment: (proxy: string) => `${proxy} (from HTTPS_PROXY)`,
    system: (proxy: string) => `${proxy} (as this computer says)`,
  },
  user: 'User name for the proxy',
  userHint: 'Only if the proxy asks for one. With a Windows domain: DOMAIN\\name.',
  password: 'Password for the proxy',
  passwordHint: 'Encrypted by this system, told to this proxy only, and never shown again.',
  keep: 'Keep user name and password',
  forget: 'Forget them',
  kept: {
    stored: 'User name and password for this proxy are stored, encrypted by this system.',
    'this-run-only':
      'User name and password are kept until Openclaw Sync ends: this system has nowhere safe to store them.',
  },
  ca: 'More certificate authorities',
  caHint: 'A PEM file from your company, for networks that look into secure connections.',
  caNone: 'None',
  choose: 'Choose file…',
  remove: 'Remove',
};

/** What a language must have of it. */
export type NetworkText = typeof networkText;
