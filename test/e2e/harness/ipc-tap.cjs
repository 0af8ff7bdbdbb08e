// Loaded with `-r` before the app's own code: keeps a copy of every message between main and window,
// so that a test can search them. Nothing in the app knows of it.
const { app, ipcMain } = require('electron');

const messages = [];
globalThis.ipcTapMessages = messages;

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...args) => {
    messages.push(JSON.stringify({ channel, args }));
    const answer = await listener(event, ...args);
    messages.push(JSON.stringify({ channel, answer }));
    return answer;
  });

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...args) => {
    messages.push(JSON.stringify({ channel, args }));
    send(channel, ...args);
  };
});
