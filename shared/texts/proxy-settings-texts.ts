export const proxySettingsTexts = {
  title: 'Connection to the internet',
  link: 'Proxy settings',
  label: 'How Cratewatch reaches the internet',
  kinds: {
    system: {
      name: 'As this computer does',
      about:
        'By default. Over the proxy that your system or the variable HTTPS_PROXY names; directly where there is none.',
    },
    none: { name: 'Without a proxy', about: 'Directly, whatever your system says.' },
    manual: {
      name: 'Over this proxy',
      about: 'For a network that lets nothing out but over its proxy.',
    },
  },
  address: {
    label: 'Address of the proxy',
    placeholder: 'proxy.example:3128',
    hint: 'With its port, as your network’s administrator gives it.',
    valid: 'This is an address.',
  },
  user: {
    label: 'User name',
    hint: 'Empty where the proxy asks for none.',
    valid: 'Told to the proxy whenever it asks.',
  },
  password: {
    label: 'Password',
    placeholder: 'Kept in your keychain',
    hint: 'Goes to your keychain, and is never shown here again.',
    kept: 'A password is kept. Leave this empty to go on with it.',
    forgotten: 'The password is deleted as soon as you save.',
    valid: 'Goes to your keychain, and is never shown here again.',
    forget: 'Forget the password',
    keep: 'Keep the password',
  },
  save: 'Use this connection',
  saving: 'Saving…',
  saved: 'Saved. It holds from the next request on.',
} as const;
