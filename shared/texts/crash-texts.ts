/** What is said outside the window about one that crashed or hangs. */
export const crashTexts = {
  windowStaysClosed: {
    title: 'The Cratewatch window closed twice',
    body: 'Your library is still being watched. Click to open the window again.',
  },
  windowHangs: {
    title: 'The window does not answer',
    body: 'Your library is still being watched. You can wait, or open the window anew.',
    wait: 'Wait',
    openAnew: 'Open it anew',
  },
} as const;
