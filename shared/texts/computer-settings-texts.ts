export const computerSettingsTexts = {
  title: 'This computer',
  battery: {
    name: 'Fewer checks on battery',
    purpose: 'While the computer runs on its battery, Cratewatch waits longer between two checks.',
  },
} as const;
