// Loaded before the app: SIGUSR2 throws where nobody catches it. NODE_OPTIONS may load it twice.
if (process.listenerCount('SIGUSR2') === 0) {
  process.on('SIGUSR2', () => {
    setImmediate(() => {
      throw new TypeError('thrown by the test');
    });
  });
}
