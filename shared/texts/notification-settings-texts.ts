export const notificationSettingsTexts = {
  title: 'Notifications',
  changes: {
    name: 'What changed in your library',
    purpose: 'One notification after a check that found something. A click opens it.',
  },
  trouble: {
    name: 'When the watch needs you',
    purpose: 'For instance when Spotify asks you to sign in again. Nothing is watched until then.',
  },
  renewal: {
    name: 'Before your sign-in ends',
    purpose:
      'Spotify ends every sign-in after six months. Cratewatch says so 30 days, a week and a day before.',
  },
  quietHours: {
    name: 'Quiet hours',
    purpose: 'Nothing is shown during these hours. What happened is told when they are over.',
  },
} as const;
