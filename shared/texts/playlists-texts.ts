export const playlistsTexts = {
  title: 'Playlists',
} as const;
