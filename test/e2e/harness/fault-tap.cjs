// Loaded before the app with `-r`: SIGUSR2 throws where nobody catches it.
process.on('SIGUSR2', () => {
  setImmediate(() => {
    throw new TypeError('thrown by the test');
  });
});
